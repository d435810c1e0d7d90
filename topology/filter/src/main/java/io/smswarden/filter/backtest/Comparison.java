package io.smswarden.filter.backtest;

import io.smswarden.filter.Judge;
import io.smswarden.filter.verdict.Finding;
import io.smswarden.filter.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Judges messages with two rule sets and tells what differs. */
public final class Comparison {

  private final Judge old;
  private final Judge fresh;
  private final int mostSamples;
  private final Outcome before;
  private final Outcome after;
  private final Tally newlyFlagged = new Tally();
  private final Tally newlyAllowed = new Tally();
  private final Tally otherwise = new Tally();
  private final Tally recategorised = new Tally();
  private final Map<String, Hits> hits = new TreeMap<>();
  private final List<Sample> samples = new ArrayList<>();

  /**
   * Nothing is compared yet.
   *
   * @param mostSamples messages of each kind of change to keep
   */
  public Comparison(Judge old, Judge fresh, int mostSamples) {
    this.old = old;
    this.fresh = fresh;
    this.mostSamples = mostSamples;
    this.before = new Outcome(old.rules());
    this.after = new Outcome(fresh.rules());
  }

  /** Judges one message with both. */
  public void add(Case judged) {
    Verdict one = old.judge(judged.message());
    Verdict other = fresh.judge(judged.message());
    before.add(judged, one);
    after.add(judged, other);
    other.findings().stream()
        .filter(fresh.rules()::made)
        .map(Finding::code)
        .distinct()
        .forEach(code -> hits.computeIfAbsent(code, c -> new Hits()).add(judged));
    if (one.action() != other.action() || one.category() != other.category()) {
      Tally tally = tally(one, other);
      tally.add(judged);
      if (tally.total() <= mostSamples) {
        samples.add(Sample.of(judged, one, old.rules(), other, fresh.rules()));
      }
    }
  }

  private Tally tally(Verdict one, Verdict other) {
    if (one.action() == other.action()) {
      return recategorised;
    }
    if (one.flagged() == other.flagged()) {
      return otherwise;
    }
    return other.flagged() ? newlyFlagged : newlyAllowed;
  }

  /** The judge with the new rules. */
  public Judge fresh() {
    return fresh;
  }

  /** What the old rules made of all messages. */
  public Outcome before() {
    return before;
  }

  /** What the new rules made of them. */
  public Outcome after() {
    return after;
  }

  /** Flagged by the new rules only. */
  public Tally newlyFlagged() {
    return newlyFlagged;
  }

  /** Flagged by the old rules only. */
  public Tally newlyAllowed() {
    return newlyAllowed;
  }

  /** Flagged before and after, with another action. */
  public Tally otherwise() {
    return otherwise;
  }

  /** With the same action, and of another category. */
  public Tally recategorised() {
    return recategorised;
  }

  /** Whom the new rules and lists hit, by code. */
  public Map<String, Hits> hits() {
    return hits;
  }

  /** The first messages of each kind of change. */
  public List<Sample> samples() {
    return samples;
  }
}
