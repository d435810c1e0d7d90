package io.smswarden.filter.text;

/**
 * Puts back the names of chat services that senders write around: WeChat as 薇信, V信, vx, QQ as 扣扣.
 */
final class ContactWord {

  /** The last characters of what is put back. */
  static final String ENDINGS = "信x伩訫芯囟扣抠";

  private static final String LOOKS_LIKE_WEI = "薇威徽溦唯巍围vw";

  private ContactWord() {}

  /** Whether two neighbours may be a name to put back; the second is one of the endings. */
  static boolean isLikely(char first, char second) {
    return isWeChat(first, second) || isDoubled(first, second);
  }

  /** Rewrites a Chinese text's phrase view in place, character for character. */
  static void putBack(MappedText view) {
    int length = view.length();
    char[] chars = view.array();
    for (int i = 0; i + 1 < length; i++) {
      char first = chars[i];
      char second = chars[i + 1];
      if (isWeChat(first, second) && standsAlone(chars, i, length)) {
        view.set(i, '微');
        view.set(i + 1, '信');
      } else if (isDoubled(first, second)) {
        view.set(i, 'q');
        view.set(i + 1, 'q');
      }
    }
  }

  private static boolean isWeChat(char first, char second) {
    return switch (second) {
      case '信' -> LOOKS_LIKE_WEI.indexOf(first) >= 0;
      case 'x' -> first == 'v' || first == 'w' || first == '微' || first == '薇' || first == '威';
      case '伩', '訫', '芯', '囟' -> first == '微' || first == '薇' || first == 'v';
      default -> false;
    };
  }

  private static boolean isDoubled(char first, char second) {
    return first == second && (first == '扣' || first == '抠');
  }

  private static boolean standsAlone(char[] chars, int at, int length) {
    boolean before = at == 0 || !isLatin(chars[at - 1]) || !isLatin(chars[at]);
    boolean after = at + 2 >= length || !isLatin(chars[at + 2]) || !isLatin(chars[at + 1]);
    return before && after;
  }

  private static boolean isLatin(char c) {
    return c >= 'a' && c <= 'z';
  }
}
