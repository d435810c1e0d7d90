package io.smswarden.console.rules;

import java.util.List;

/** How often rules fired on this instance since it started. */
public interface RuleHits {

  /**
   * A rule's count.
   *
   * @param rule its code
   * @param mode {@code force}, {@code score} or {@code shadow}; {@code list} of access lists
   */
  record Hit(String rule, String mode, long count) {}

  /** The counts of all rules that were in force since the start. */
  List<Hit> hits();
}
