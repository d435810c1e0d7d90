package io.smswarden.filter.text;

/**
 * Makes the third view from the second: what is left when a message's particulars and a
 * collection's habits are taken away. Digits, digits masked as x and Chinese numerals become one
 * class for short and one for long numbers; a class repeated is written once.
 */
final class ModelView {

  /** From so many digits on, a number is a telephone, account or chat number. */
  private static final int LONG = 7;

  /** So many Chinese numerals in a row are read out digit by digit. */
  private static final int SPELT = 4;

  private static final String NUMERALS = "零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖〇";

  private static final boolean[] IS_NUMERAL = new boolean[Character.MAX_VALUE + 1];

  static {
    NUMERALS.chars().forEach(c -> IS_NUMERAL[c] = true);
  }

  private ModelView() {}

  static void make(MappedText phrases, boolean chinese, MappedText into) {
    into.clear();
    int length = phrases.length();
    int i = 0;
    while (i < length) {
      char c = phrases.charAt(i);
      int end = numberEnd(phrases, i, chinese);
      if (end > i) {
        char stands =
            digits(phrases, i, end) >= LONG ? Placeholder.LONG_NUMBER : Placeholder.NUMBER;
        appendClass(stands, phrases.start(i), phrases.end(end - 1), into);
        i = end;
      } else if (Kind.of(c) == Kind.CLASS) {
        appendClass(c, phrases.start(i), phrases.end(i), into);
        i++;
      } else {
        boolean blank = c == ' ' && !betweenLetters(phrases, i, into);
        if (!blank) {
          into.append(c, phrases.start(i), phrases.end(i));
        }
        i++;
      }
    }
  }

  private static boolean betweenLetters(MappedText phrases, int at, MappedText into) {
    int written = into.length();
    return written > 0
        && Kind.of(into.charAt(written - 1)) == Kind.LETTER
        && at + 1 < phrases.length()
        && Kind.of(phrases.charAt(at + 1)) == Kind.LETTER;
  }

  private static void appendClass(char stands, int start, int end, MappedText into) {
    int written = into.length();
    if (written == 0 || into.charAt(written - 1) != stands) {
      into.append(stands, start, end);
    }
  }

  /** The end of the number that starts here, else the start. Blanks between digits belong to it. */
  private static int numberEnd(MappedText text, int start, boolean chinese) {
    char first = text.charAt(start);
    if (IS_NUMERAL[first]) {
      return speltEnd(text, start);
    }
    boolean masked = chinese && first == 'x' && (start == 0 || !isLatin(text.charAt(start - 1)));
    if (!masked && !isDigit(first)) {
      return start;
    }
    int length = text.length();
    int end = start;
    while (end < length) {
      char c = text.charAt(end);
      if (isDigit(c) || (chinese && c == 'x')) {
        end++;
      } else if (c == ' ' && end + 1 < length && isDigitOrMask(text.charAt(end + 1), chinese)) {
        end += 2;
      } else {
        break;
      }
    }
    return masked && end < length && isLatin(text.charAt(end)) ? start : end;
  }

  private static int speltEnd(MappedText text, int start) {
    int end = start;
    while (end < text.length() && (IS_NUMERAL[text.charAt(end)] || isDigit(text.charAt(end)))) {
      end++;
    }
    return end - start >= SPELT ? end : start;
  }

  private static int digits(MappedText text, int start, int end) {
    int digits = 0;
    for (int i = start; i < end; i++) {
      digits += text.charAt(i) == ' ' ? 0 : 1;
    }
    return digits;
  }

  private static boolean isDigitOrMask(char c, boolean chinese) {
    return isDigit(c) || (chinese && c == 'x');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLatin(char c) {
    return c >= 'a' && c <= 'z';
  }
}
