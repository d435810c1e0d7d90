package io.smswarden.filter.rule;

import io.smswarden.filter.signal.Phrase;
import io.smswarden.filter.text.Kind;
import io.smswarden.filter.text.MappedText;
import io.smswarden.filter.text.TextViews;

/**
 * A normalised text that rules look for.
 *
 * @param id its place among all literals of the rule set
 * @param view the view of a message that it is looked for in
 * @param text as the view would show it
 * @param within whether it may stand within a word or number, as what a regex needs may
 * @param open whether a word or number may go on behind it
 * @param phrase tells where a word may go on
 */
record Literal(int id, View view, String text, boolean within, boolean open, Phrase phrase) {

  /** A view of a message. */
  enum View {
    /** Links and numbers as classes: what the signals' phrases match. */
    CLASSES,
    /** Digits as written: what regexes match. */
    DIGITS;

    MappedText of(TextViews views) {
      return this == CLASSES ? views.model() : views.phrases();
    }
  }

  /** Share of messages that a placeholder is in, of each Chinese character, of each other one. */
  private static final double CLASS = 0.5;

  private static final double HAN = 0.15;
  private static final double OTHER = 0.5;

  boolean fits(MappedText view, int begin, int end) {
    return within || (phrase.fits(view, begin, end) && isWholeNumber(view, begin, end));
  }

  /** Whether no number goes on where a digit is its first or last character. */
  private boolean isWholeNumber(MappedText view, int begin, int end) {
    return !(begin > 0 && isDigit(view.charAt(begin)) && isDigit(view.charAt(begin - 1)))
        && !(!open
            && end < view.length()
            && isDigit(view.charAt(end - 1))
            && isDigit(view.charAt(end)));
  }

  private static boolean isDigit(char c) {
    return Kind.of(c) == Kind.DIGIT;
  }

  /** A guess at the share of messages that it is in; only its order matters. */
  double share() {
    double share = 1;
    for (int i = 0; i < text.length(); i++) {
      share *=
          switch (Kind.of(text.charAt(i))) {
            case Kind.HAN -> HAN;
            case Kind.CLASS -> CLASS;
            case Kind.SPACE -> 1;
            default -> OTHER;
          };
    }
    return share;
  }
}
