package io.smswarden.filter.text;

/**
 * Kind of a folded character, as small numbers so that the hot loops can index a table with them.
 */
public final class Kind {

  public static final byte PUNCTUATION = 0;
  public static final byte SPACE = 1;
  public static final byte DIGIT = 2;

  /** A letter of a script that puts blanks between words. */
  public static final byte LETTER = 3;

  /** A letter of a script that does not: Han, kana, Thai. */
  public static final byte HAN = 4;

  /** Stands for a whole link or number, see {@link Placeholder}. */
  public static final byte CLASS = 5;

  private static final byte[] KINDS = build();

  private Kind() {}

  /** The kind of a folded character. */
  public static byte of(char folded) {
    return KINDS[folded];
  }

  private static byte[] build() {
    byte[] kinds = new byte[Character.MAX_VALUE + 1];
    for (int c = 0; c < kinds.length; c++) {
      kinds[c] = kind((char) c);
    }
    return kinds;
  }

  private static byte kind(char c) {
    if (c == Placeholder.LINK || c == Placeholder.NUMBER || c == Placeholder.LONG_NUMBER) {
      return CLASS;
    }
    if (c == FoldTable.RARE_HAN) {
      return HAN;
    }
    if (c == ' ') {
      return SPACE;
    }
    if (c >= '0' && c <= '9') {
      return DIGIT;
    }
    if (Character.isIdeographic(c)) {
      return HAN;
    }
    if (!Character.isLetter(c)) {
      return PUNCTUATION;
    }
    return switch (Character.UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> HAN;
      default -> LETTER;
    };
  }
}
