package io.smswarden.filter.rule;

import io.smswarden.filter.text.Placeholder;
import java.util.regex.Pattern;

/** Words of the rules' language. */
final class RuleSyntax {

  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{2,63}");

  private RuleSyntax() {}

  /** Whether a text may be a rule's code. */
  static boolean isCode(String text) {
    return CODE.matcher(text).matches();
  }

  /** Whether a normalised text has a link or a long number in it. */
  static boolean leadsAway(String normal) {
    return normal.indexOf(Placeholder.LINK) >= 0 || normal.indexOf(Placeholder.LONG_NUMBER) >= 0;
  }
}
