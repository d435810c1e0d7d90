package io.smswarden.filter.signal;

import io.smswarden.filter.text.Kind;
import io.smswarden.filter.text.MappedText;
import io.smswarden.filter.text.TextViews;

/** A normalised phrase and the slots of the phrase book that it fills. */
public final class Phrase {

  private final boolean wholeStart;
  private final boolean wholeEnd;
  private final int[] slots;

  /**
   * A phrase.
   *
   * @param phrase its normalised text
   * @param open whether a word may go on behind it
   * @param slots what it stands for, by whoever matches it
   */
  public Phrase(String phrase, boolean open, int[] slots) {
    this.wholeStart = Kind.of(phrase.charAt(0)) == Kind.LETTER;
    this.wholeEnd = !open && Kind.of(phrase.charAt(phrase.length() - 1)) == Kind.LETTER;
    this.slots = slots;
  }

  /**
   * A phrase as the model view shows it; {link}, {number} and {long} are what they say. Empty when
   * nothing is left of it.
   */
  public static String normal(String phrase, TextViews views) {
    views.read(
        phrase
            .replace("{link}", "URL")
            .replace("{number}", "DIGIT")
            .replace("{long}", "CELLPHONE"));
    return views.model().toString();
  }

  /** Whether a hit stands between the ends of words. */
  public boolean fits(MappedText text, int begin, int end) {
    return !(wholeStart && begin > 0 && Kind.of(text.charAt(begin - 1)) == Kind.LETTER)
        && !(wholeEnd && end < text.length() && Kind.of(text.charAt(end)) == Kind.LETTER);
  }

  /** What it stands for, by whoever matches it. */
  public int[] slots() {
    return slots;
  }
}
