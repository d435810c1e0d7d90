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

  private ModelView() {}

  static void make(MappedText phrases, boolean chinese, MappedText into) {
    byte[] traits = Kind.traits();
    int length = phrases.length();
    char[] in = phrases.array();
    long[] from = phrases.origins();
    into.reserve(length);
    char[] out = into.array();
    long[] origins = into.origins();
    int written = 0;
    for (int i = 0; i < length; i++) {
      char c = in[i];
      long origin = from[i];
      int trait = traits[c];
      int kind = trait & Kind.MASK;
      if ((trait & Kind.NUMBER) != 0) {
        int end = numberEnd(phrases, i, chinese);
        if (end > i) {
          c = digits(in, i, end) >= LONG ? Placeholder.LONG_NUMBER : Placeholder.NUMBER;
          kind = Kind.CLASS;
          i = end - 1;
          origin = MappedText.origin(MappedText.startOf(origin), MappedText.endOf(from[i]));
        }
      }
      boolean dropped =
          switch (kind) {
            case Kind.CLASS -> written > 0 && out[written - 1] == c;
            case Kind.SPACE ->
                written == 0 || !isLetter(out[written - 1]) || !isLetter(in, i + 1, length);
            default -> false;
          };
      if (!dropped) {
        out[written] = c;
        origins[written++] = origin;
      }
    }
    into.setLength(written);
  }

  private static boolean isLetter(char[] text, int at, int length) {
    return at < length && isLetter(text[at]);
  }

  private static boolean isLetter(char c) {
    return Kind.of(c) == Kind.LETTER;
  }

  /** The end of the number that starts here, else the start. Blanks between digits belong to it. */
  private static int numberEnd(MappedText text, int start, boolean chinese) {
    char first = text.charAt(start);
    if (Kind.isNumeral(first)) {
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
    while (end < text.length() && (Kind.isNumeral(text.charAt(end)) || isDigit(text.charAt(end)))) {
      end++;
    }
    return end - start >= SPELT ? end : start;
  }

  private static int digits(char[] text, int start, int end) {
    int digits = 0;
    for (int i = start; i < end; i++) {
      digits += text[i] == ' ' ? 0 : 1;
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
