package io.smswarden.filter.text;

import java.util.List;

/**
 * Characters that stand for a whole link or number, and the words by which anonymised collections
 * of messages stand for them. Both are read as the same thing, so that a model can't tell a
 * collection by its anonymisation.
 */
public final class Placeholder {

  /** A link. */
  public static final char LINK = '\uE001';

  /** A number of at most six digits, a price, a date. */
  public static final char NUMBER = '\uE002';

  /** A number long enough to be a telephone, account or chat number. */
  public static final char LONG_NUMBER = '\uE003';

  /** Stands for nothing: the anonymised word is left out. */
  static final char NOTHING = 0;

  /** No placeholder here. */
  static final char NONE = '\uFFFF';

  private record Word(String word, char stands, boolean alsoEnglish) {}

  private static final List<Word> WORDS =
      List.of(
          new Word("CELLPHONE", LONG_NUMBER, false),
          new Word("CELLPHON", LONG_NUMBER, false),
          new Word("HOTLINE", LONG_NUMBER, true),
          new Word("PHONE", LONG_NUMBER, true),
          new Word("DIGIT", NUMBER, false),
          new Word("URL", LINK, false),
          new Word("WECHAT", NOTHING, true),
          new Word("PLACE", NOTHING, true),
          new Word("NAME", NOTHING, true),
          new Word("BANK", NOTHING, true));

  /** Bit by letter from A on: whether a word begins with it. */
  private static final int INITIALS =
      WORDS.stream().mapToInt(word -> 1 << (word.word.charAt(0) - 'A')).reduce(0, (a, b) -> a | b);

  private Placeholder() {}

  /** Whether two capitals stand here that a word may begin with; the first is one of A to Z. */
  static boolean mayStart(char[] text, int at, int length) {
    return ((INITIALS >>> (text[at] - 'A')) & 1) != 0
        && at + 1 < length
        && text[at + 1] >= 'A'
        && text[at + 1] <= 'Z';
  }

  /**
   * The length of the anonymising word at an offset, or 0. Words that English messages in capitals
   * use as well count only in a text with Chinese in it.
   */
  static int lengthAt(String text, int at, boolean chinese) {
    Word word = wordAt(text, at, chinese);
    return word == null ? 0 : word.word.length();
  }

  static char standsFor(String text, int at, boolean chinese) {
    Word word = wordAt(text, at, chinese);
    return word == null ? NONE : word.stands;
  }

  private static Word wordAt(String text, int at, boolean chinese) {
    for (Word word : WORDS) {
      if ((chinese || !word.alsoEnglish) && text.startsWith(word.word, at)) {
        return word;
      }
    }
    return null;
  }
}
