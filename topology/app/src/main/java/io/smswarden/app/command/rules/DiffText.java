package io.smswarden.app.command.rules;

import io.smswarden.filter.backtest.Comparison;
import io.smswarden.filter.backtest.Outcome;
import io.smswarden.filter.backtest.Sample;
import io.smswarden.filter.backtest.Tally;
import io.smswarden.filter.rule.Rule;
import io.smswarden.filter.verdict.Action;
import io.smswarden.filter.verdict.Category;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints a comparison for people. */
final class DiffText {

  private static final String ROW = "%-20s %28s %28s%n";
  private static final String HIT = "%-28s %-7s %28s  %s%n";
  private static final int MOST_GROUPS = 3;

  private final PrintWriter out;
  private final Comparison comparison;
  private final boolean showText;

  DiffText(PrintWriter out, Comparison comparison, boolean showText) {
    this.out = out;
    this.comparison = comparison;
    this.showText = showText;
  }

  void print() {
    Outcome before = comparison.before();
    Outcome after = comparison.after();
    out.printf(ROW, "", "before", "after");
    out.printf(ROW, "rules", version(before), version(after));
    out.printf(ROW, "messages", before.all(), after.all());
    for (Action action : Action.values()) {
      out.printf(ROW, action, before.of(action), after.of(action));
    }
    for (Category category : Category.values()) {
      if (before.of(category).total() + after.of(category).total() > 0) {
        out.printf(ROW, category, before.of(category), after.of(category));
      }
    }
    out.printf(ROW, "precision", precision(before), precision(after));
    out.printf(ROW, "recall", recall(before), recall(after));
    out.println();
    out.println("newly flagged   " + comparison.newlyFlagged());
    out.println("newly allowed   " + comparison.newlyAllowed());
    out.println("other action    " + comparison.otherwise());
    out.println("other category  " + comparison.recategorised());
    hits();
    samples();
  }

  private static String version(Outcome outcome) {
    return outcome.version().isEmpty() ? "none" : outcome.version();
  }

  private static String precision(Outcome outcome) {
    Tally flagged = outcome.flagged();
    return share(outcome.precision(), flagged.of("spam"), flagged.of("spam") + flagged.of("ham"));
  }

  private static String recall(Outcome outcome) {
    return share(outcome.recall(), outcome.flagged().of("spam"), outcome.all().of("spam"));
  }

  private static String share(double share, int part, int whole) {
    return Double.isNaN(share)
        ? "not known"
        : String.format(Locale.ROOT, "%.4f (%d of %d)", share, part, whole);
  }

  private void hits() {
    Map<String, String> modes = new HashMap<>();
    for (Rule rule : comparison.fresh().rules().rules()) {
      modes.put(rule.code(), rule.mode().name().toLowerCase(Locale.ROOT));
    }
    out.println();
    out.printf(HIT, "rule", "mode", "hits", "whom most");
    comparison
        .hits()
        .forEach(
            (code, hits) ->
                out.printf(
                    HIT,
                    code,
                    modes.getOrDefault(code, "list"),
                    hits.tally(),
                    hits.top(MOST_GROUPS).stream()
                        .map(group -> group.getKey() + " " + group.getValue())
                        .collect(Collectors.joining(", "))));
    long silent =
        modes.keySet().stream().filter(code -> !comparison.hits().containsKey(code)).count();
    if (silent > 0) {
      out.println("%d of %d rules hit nothing".formatted(silent, modes.size()));
    }
  }

  private void samples() {
    if (comparison.samples().isEmpty()) {
      return;
    }
    out.println();
    for (Sample sample : comparison.samples()) {
      out.println(
          "%s > %s  %s  %s, %s  score %.3f > %.3f  %s"
              .formatted(
                  sample.before().action(),
                  sample.after().action(),
                  sample.after().category(),
                  sample.changed().label(),
                  sample.changed().group(),
                  sample.before().score(),
                  sample.after().score(),
                  sample.rules().isEmpty() ? "by a threshold" : String.join(", ", sample.rules())));
      out.println("    " + text(sample));
    }
  }

  /** The text, or without leave to show it only its length. */
  private String text(Sample sample) {
    String text = sample.changed().message().text().value();
    return showText ? text : "(%d characters; --show-text shows them)".formatted(text.length());
  }
}
