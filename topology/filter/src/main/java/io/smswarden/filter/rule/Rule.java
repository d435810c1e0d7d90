package io.smswarden.filter.rule;

import io.smswarden.filter.verdict.Action;
import io.smswarden.filter.verdict.Category;
import io.smswarden.filter.verdict.Finding;
import java.util.List;
import java.util.Optional;

/** An operator's rule: what it looks for, what it does, and how it explains itself. */
public final class Rule {

  /**
   * What it does when it fires.
   *
   * @param weight log-odds that it adds; 0 with an action
   * @param action what it decides; empty with a weight
   * @param shadow whether it only shows what it would do
   */
  record Effect(double weight, Optional<Action> action, boolean shadow) {

    double weightInForce() {
      return shadow ? 0 : weight;
    }
  }

  private final String code;
  private final Category category;
  private final Effect effect;
  private final String reasonZh;
  private final String reasonEn;
  private final Condition condition;
  private final Anchors anchors;
  private final List<Example> examples;

  Rule(
      String code,
      Category category,
      Effect effect,
      Reason reason,
      Condition condition,
      List<Example> examples) {
    this.code = code;
    this.category = category;
    this.effect = effect;
    this.reasonZh = reason.zh() + Reason.effectZh(effect);
    this.reasonEn = reason.en() + Reason.effectEn(effect);
    this.condition = condition;
    this.anchors = condition.anchors();
    this.examples = List.copyOf(examples);
  }

  /** Its stable name, no other rule's and no signal's. */
  public String code() {
    return code;
  }

  /** The kind of message it speaks for. */
  public Category category() {
    return category;
  }

  /** What it does when it fires. */
  public RuleMode mode() {
    if (effect.shadow()) {
      return RuleMode.SHADOW;
    }
    return effect.action().isPresent() ? RuleMode.FORCE : RuleMode.WEIGHT;
  }

  /** Messages for which it must or must not fire. */
  public List<Example> examples() {
    return examples;
  }

  Effect effect() {
    return effect;
  }

  Condition condition() {
    return condition;
  }

  Anchors anchors() {
    return anchors;
  }

  Finding finding(int start, int end) {
    return new Finding(code, category, 1, effect.weightInForce(), start, end, reasonZh, reasonEn);
  }
}
