package io.smswarden.filter.signal;

import io.smswarden.filter.text.Kind;
import io.smswarden.filter.text.MappedText;

/** A normalised phrase and the slots of the phrase book that it fills. */
final class Phrase {

  private final boolean wholeStart;
  private final boolean wholeEnd;
  private final int[] slots;

  /**
   * A phrase.
   *
   * @param phrase its normalised text
   * @param open whether a word may go on behind it
   */
  Phrase(String phrase, boolean open, int[] slots) {
    this.wholeStart = Kind.of(phrase.charAt(0)) == Kind.LETTER;
    this.wholeEnd = !open && Kind.of(phrase.charAt(phrase.length() - 1)) == Kind.LETTER;
    this.slots = slots;
  }

  /** Whether a hit stands between the ends of words. */
  boolean fits(MappedText text, int begin, int end) {
    return !(wholeStart && begin > 0 && Kind.of(text.charAt(begin - 1)) == Kind.LETTER)
        && !(wholeEnd && end < text.length() && Kind.of(text.charAt(end)) == Kind.LETTER);
  }

  int[] slots() {
    return slots;
  }
}
