package io.smswarden.filter.model;

import io.smswarden.filter.text.Kind;
import io.smswarden.filter.text.MappedText;
import io.smswarden.filter.text.Placeholder;
import io.smswarden.filter.text.TextViews;

/**
 * What a text looks like apart from its words, as a handful of hashed observations: its length, how
 * many links, numbers and signs, which kinds of telephone numbers, how much of it is in capitals.
 * Each is a class and never a value, so that a masked digit reads like a real one.
 */
final class Shape {

  /** No text has more observations. */
  static final int MOST = 40;

  private static final int SEED = 0x7FEB352D;
  private static final int MOST_NUMBERS = 12;

  private static final char LENGTH = 1;
  private static final char LINKS = 2;
  private static final char NUMBERS = 3;
  private static final char LONG_NUMBERS = 4;
  private static final char PUNCTUATION = 5;
  private static final char CAPITALS = 6;
  private static final char SIGNATURE = 7;
  private static final char TOGETHER = 8;
  private static final char DIGITS = 9;
  private static final char PREFIX = 10;
  private static final char SIGNS = 11;

  private int[] into = new int[0];
  private int count;

  /**
   * Writes the observations behind what an array holds.
   *
   * @param from how many hashes the array holds; it has room for {@link #MOST} more
   * @return how many it holds then
   */
  int describe(TextViews views, int[] hashes, int from) {
    into = hashes;
    count = from;
    MappedText folded = views.folded();
    int length = views.model().length();
    int links = views.links().count();
    int numbers = 0;
    int longNumbers = 0;
    char[] model = views.model().array();
    for (int i = 0; i < length; i++) {
      numbers += model[i] == Placeholder.NUMBER ? 1 : 0;
      longNumbers += model[i] == Placeholder.LONG_NUMBER ? 1 : 0;
    }
    add(LENGTH, log2(1 + length, 2));
    add(LINKS, Math.min(3, links));
    add(NUMBERS, Math.min(7, log2(numbers, 1)));
    add(LONG_NUMBERS, Math.min(3, longNumbers));
    int together = Math.min(3, log2(numbers, 1)) * 3 + Math.min(2, longNumbers);
    add(TOGETHER, (together * 2 + Math.min(1, links)) * 8 + Math.min(7, log2(1 + length, 1)));
    takeSigns(folded);
    takeNumbers(folded, views.chinese());
    if (!views.chinese()) {
      takeCapitals(views.original());
    }
    return count;
  }

  private void takeSigns(MappedText folded) {
    int length = folded.length();
    char[] chars = folded.array();
    int punctuation = 0;
    int exclamations = 0;
    int signs = 0;
    int opening = -1;
    for (int i = 0; i < length; i++) {
      char c = chars[i];
      if (Kind.of(c) == Kind.PUNCTUATION) {
        punctuation++;
        switch (c) {
          case '!' -> exclamations++;
          case '?' -> signs |= 1;
          case '£' -> signs |= 2;
          case '$' -> signs |= 4;
          case '[' -> opening = opening < 0 ? i : opening;
          default -> {}
        }
      }
    }
    add(PUNCTUATION, 10 * punctuation / (length + 1));
    boolean closing = length > 0 && folded.charAt(length - 1) == ']';
    add(SIGNATURE, opening < 0 ? 0 : opening == 0 ? 1 : closing ? 2 : 3);
    add(SIGNS, 8 + Math.min(3, exclamations));
    for (int bit = 1; bit <= 4; bit <<= 1) {
      if ((signs & bit) != 0) {
        add(SIGNS, bit);
      }
    }
  }

  /** Runs of digits, or of the x that masks them in Chinese collections. */
  private void takeNumbers(MappedText folded, boolean chinese) {
    int length = folded.length();
    char[] chars = folded.array();
    int numbers = 0;
    for (int i = 0; i < length && numbers < MOST_NUMBERS; i++) {
      if (!isDigit(chars[i], chinese)) {
        continue;
      }
      int end = i;
      boolean masked = false;
      while (end < length && isDigit(chars[end], chinese)) {
        masked |= chars[end] == 'x';
        end++;
      }
      int digits = end - i;
      if (!(masked && isPartOfWord(folded, i, end))) {
        add(DIGITS, Math.min(12, digits));
        int prefix = masked ? 0 : prefix(folded, i, digits);
        if (prefix != 0) {
          add(PREFIX, prefix);
        }
        numbers++;
      }
      i = end;
    }
  }

  /** What the first digits tell: a mobile, a free-phone, a service code, a premium-rate number. */
  private static int prefix(MappedText text, int at, int digits) {
    int first = text.charAt(at) - '0';
    if (digits < 5) {
      return 0;
    }
    int two = first * 10 + text.charAt(at + 1) - '0';
    int three = two * 10 + text.charAt(at + 2) - '0';
    if (digits == 11 && first == 1) {
      return 1;
    }
    if ((three == 400 && digits >= 9) || (three == 106 && digits > 8)) {
      return three;
    }
    boolean known = digits == 11 ? two >= 7 && two <= 9 : digits == 5 && two == 95;
    return known ? two : 0;
  }

  private void takeCapitals(String text) {
    int letters = 0;
    int capitals = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean capital = c >= 'A' && c <= 'Z';
      capitals += capital ? 1 : 0;
      letters += (capital || (c >= 'a' && c <= 'z')) ? 1 : 0;
    }
    add(CAPITALS, letters == 0 ? 9 : 8 * capitals / letters);
  }

  private void add(char kind, int value) {
    into[count++] = Grams.extend(Grams.extend(SEED, kind), (char) value);
  }

  private static boolean isPartOfWord(MappedText text, int start, int end) {
    return (start > 0 && Kind.of(text.charAt(start - 1)) == Kind.LETTER)
        || (end < text.length() && Kind.of(text.charAt(end)) == Kind.LETTER);
  }

  private static boolean isDigit(char c, boolean chinese) {
    return (c >= '0' && c <= '9') || (c == 'x' && chinese);
  }

  /** Whole steps of the binary logarithm, of which an octave has some; 0 for 0. */
  private static int log2(int value, int steps) {
    if (value == 0) {
      return 0;
    }
    int octave = 31 - Integer.numberOfLeadingZeros(value);
    int rest = octave == 0 ? 0 : ((value - (1 << octave)) * steps) >> octave;
    return 1 + octave * steps + rest;
  }
}
