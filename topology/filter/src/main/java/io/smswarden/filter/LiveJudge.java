package io.smswarden.filter;

import io.smswarden.filter.rule.RuleSet;
import io.smswarden.filter.rule.RuleSetException;
import io.smswarden.filter.verdict.Verdict;
import io.smswarden.filter.verdict.Versions;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A judge whose rules change while it judges: a message is judged with all of one rule set or all
 * of the next.
 */
public final class LiveJudge implements Judge {

  private final Judge base;
  private final AtomicReference<Judge> current;

  /** A judge that begins with the base's own rules. */
  public LiveJudge(Judge base) {
    this.base = base;
    this.current = new AtomicReference<>(base);
  }

  /**
   * Puts a rule set in force.
   *
   * @throws RuleSetException when it has faults; the rules in force stay as they are
   */
  public void take(String yaml) {
    current.set(base.withRules(yaml));
  }

  /** Goes back to the rules of the beginning. */
  public void drop() {
    current.set(base);
  }

  @Override
  public Verdict judge(Message message) {
    return current.get().judge(message);
  }

  @Override
  public Versions versions() {
    return current.get().versions();
  }

  @Override
  public RuleSet rules() {
    return current.get().rules();
  }

  @Override
  public Judge withRules(String yaml) {
    return base.withRules(yaml);
  }
}
