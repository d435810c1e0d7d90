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

  /** The bits of a character's traits that are its kind. */
  static final int MASK = 7;

  /** Trait of a character that a number may begin with: digits, Chinese numerals, x as a mask. */
  static final byte NUMBER = 8;

  /** Trait of a character that may end a chat service's name, see {@link ContactWord}. */
  static final byte CONTACT = 16;

  private static final String NUMERALS = "零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖〇";

  private static final byte[] TRAITS = build();

  private Kind() {}

  /** The kind of a folded character. */
  public static byte of(char folded) {
    return (byte) (TRAITS[folded] & MASK);
  }

  /**
   * The kind and the traits of every folded character. Not copied: the hot loops look up each
   * character once.
   */
  static byte[] traits() {
    return TRAITS;
  }

  /** Whether it is a Chinese numeral. */
  static boolean isNumeral(char folded) {
    return (TRAITS[folded] & (NUMBER | MASK)) == (NUMBER | HAN);
  }

  private static byte[] build() {
    byte[] kinds = new byte[Character.MAX_VALUE + 1];
    for (int c = 0; c < kinds.length; c++) {
      kinds[c] = kind((char) c);
    }
    ("0123456789x" + NUMERALS).chars().forEach(c -> kinds[c] |= NUMBER);
    ContactWord.ENDINGS.chars().forEach(c -> kinds[c] |= CONTACT);
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
