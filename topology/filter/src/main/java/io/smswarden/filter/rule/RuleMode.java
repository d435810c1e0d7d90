package io.smswarden.filter.rule;

/** What a rule does when it fires. */
public enum RuleMode {
  /** It adds its weight to the score. */
  WEIGHT,
  /** It decides the action. */
  FORCE,
  /** It is shown and counted, and decides nothing. */
  SHADOW
}
