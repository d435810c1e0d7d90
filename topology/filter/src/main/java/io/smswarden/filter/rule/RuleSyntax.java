package io.smswarden.filter.rule;

import io.smswarden.filter.text.Placeholder;

/** Words of the rules' language. */
final class RuleSyntax {

  static final String CODE = "[A-Z][A-Z0-9_]{2,63}";

  private RuleSyntax() {}

  /** Whether a normalised text has a link or a long number in it. */
  static boolean leadsAway(String normal) {
    return normal.indexOf(Placeholder.LINK) >= 0 || normal.indexOf(Placeholder.LONG_NUMBER) >= 0;
  }
}
