package io.smswarden.filter.backtest;

import io.smswarden.filter.rule.RuleSet;
import io.smswarden.filter.verdict.Action;
import io.smswarden.filter.verdict.Category;
import io.smswarden.filter.verdict.Verdict;
import java.util.EnumMap;
import java.util.Map;

/** What one rule set made of all messages. */
public final class Outcome {

  private final String version;
  private final Map<Action, Tally> byAction = new EnumMap<>(Action.class);
  private final Map<Category, Tally> byCategory = new EnumMap<>(Category.class);
  private final Tally flagged = new Tally();
  private final Tally all = new Tally();

  Outcome(RuleSet rules) {
    this.version = rules.version();
  }

  void add(Case judged, Verdict verdict) {
    all.add(judged);
    byAction.computeIfAbsent(verdict.action(), action -> new Tally()).add(judged);
    byCategory.computeIfAbsent(verdict.category(), category -> new Tally()).add(judged);
    if (verdict.flagged()) {
      flagged.add(judged);
    }
  }

  /** Version of the rules; empty for none. */
  public String version() {
    return version;
  }

  /** Those with an action. */
  public Tally of(Action action) {
    return byAction.getOrDefault(action, new Tally());
  }

  /** Those of a category. */
  public Tally of(Category category) {
    return byCategory.getOrDefault(category, new Tally());
  }

  /** All messages. */
  public Tally all() {
    return all;
  }

  /** Those that were flagged. */
  public Tally flagged() {
    return flagged;
  }

  /** Share of spam in what was flagged, of the labelled; not a number when none was. */
  public double precision() {
    return share(flagged.of("spam"), flagged.of("spam") + flagged.of("ham"));
  }

  /** Share of the spam that was flagged; not a number when there was none. */
  public double recall() {
    return share(flagged.of("spam"), all.of("spam"));
  }

  private static double share(int part, int whole) {
    return whole == 0 ? Double.NaN : (double) part / whole;
  }
}
