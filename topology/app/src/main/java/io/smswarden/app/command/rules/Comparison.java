package io.smswarden.app.command.rules;

import io.smswarden.filter.Filter;
import io.smswarden.filter.verdict.Finding;
import io.smswarden.filter.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Judges messages with two rule sets and tells what differs. */
final class Comparison {

  private final Filter old;
  private final Filter fresh;
  private final int mostSamples;
  private final Outcome before;
  private final Outcome after;
  private final Tally newlyFlagged = new Tally();
  private final Tally newlyAllowed = new Tally();
  private final Tally otherwise = new Tally();
  private final Map<String, Hits> hits = new TreeMap<>();
  private final List<Sample> samples = new ArrayList<>();

  Comparison(Filter old, Filter fresh, int mostSamples) {
    this.old = old;
    this.fresh = fresh;
    this.mostSamples = mostSamples;
    this.before = new Outcome(old.rules());
    this.after = new Outcome(fresh.rules());
  }

  void add(Case judged) {
    Verdict one = old.judge(judged.message());
    Verdict other = fresh.judge(judged.message());
    before.add(judged, one);
    after.add(judged, other);
    other.findings().stream()
        .filter(fresh.rules()::made)
        .map(Finding::code)
        .distinct()
        .forEach(code -> hits.computeIfAbsent(code, c -> new Hits()).add(judged));
    if (one.action() != other.action()) {
      Tally tally =
          one.flagged() == other.flagged()
              ? otherwise
              : other.flagged() ? newlyFlagged : newlyAllowed;
      tally.add(judged);
      if (tally.total() <= mostSamples) {
        samples.add(Sample.of(judged, one, old.rules(), other, fresh.rules()));
      }
    }
  }

  Filter fresh() {
    return fresh;
  }

  Outcome before() {
    return before;
  }

  Outcome after() {
    return after;
  }

  Tally newlyFlagged() {
    return newlyFlagged;
  }

  Tally newlyAllowed() {
    return newlyAllowed;
  }

  /** Flagged before and after, with another action. */
  Tally otherwise() {
    return otherwise;
  }

  /** Whom the new rules and lists hit, by code. */
  Map<String, Hits> hits() {
    return hits;
  }

  /** The first messages of each kind of change. */
  List<Sample> samples() {
    return samples;
  }
}
