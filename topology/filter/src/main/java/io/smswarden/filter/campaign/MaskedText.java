package io.smswarden.filter.campaign;

import io.smswarden.filter.text.Kind;
import io.smswarden.filter.text.MappedText;
import io.smswarden.filter.text.Placeholder;
import java.util.Arrays;

/**
 * A text without what a campaign changes from message to message: links and numbers as one
 * character each, no blanks; where Chinese prevails, names, codes and addresses in Latin letters
 * count as numbers as well. A buffer to use again.
 */
final class MaskedText {

  private char[] chars = new char[256];
  private int length;

  /** Takes the model's view of a text, which is free of look-alikes already. */
  void take(MappedText text) {
    int count = text.length();
    if (count > chars.length) {
      chars = Arrays.copyOf(chars, Math.max(count, chars.length * 2));
    }
    char[] from = text.array();
    boolean chinese = prevailsChinese(from, count);
    length = 0;
    for (int i = 0; i < count; i++) {
      char c = masked(from[i], chinese);
      boolean particular = c == Placeholder.NUMBER || c == Placeholder.LINK;
      if (c != ' ' && !(particular && length > 0 && chars[length - 1] == c)) {
        chars[length++] = c;
      }
    }
  }

  private static boolean prevailsChinese(char[] text, int length) {
    int ideographs = 0;
    int letters = 0;
    for (int i = 0; i < length; i++) {
      byte kind = Kind.of(text[i]);
      ideographs += kind == Kind.HAN ? 1 : 0;
      letters += kind == Kind.LETTER ? 1 : 0;
    }
    // An ideograph is about two letters' worth of text.
    return 2 * ideographs >= letters;
  }

  private static char masked(char c, boolean chinese) {
    return switch (Kind.of(c)) {
      case Kind.CLASS -> c == Placeholder.LINK ? c : Placeholder.NUMBER;
      case Kind.LETTER -> chinese ? Placeholder.NUMBER : c;
      default -> c;
    };
  }

  /** The characters; valid below {@link #length()} until the next text. */
  char[] chars() {
    return chars;
  }

  int length() {
    return length;
  }
}
