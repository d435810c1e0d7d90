package io.smswarden.filter.model;

import io.smswarden.filter.text.Kind;
import io.smswarden.filter.text.MappedText;
import io.smswarden.filter.text.TextViews;
import java.util.Arrays;

/**
 * Character n-grams as hashes: 1 to 5 characters where the last one is of a script with blanks, 1
 * to 4 otherwise. Taken from the model view, and from the detail view those that hold something
 * else than words. Grams of one end share their work: a longer one is one multiplication more.
 */
final class NGrams {

  static final int WORD_SEED = 0x2F0B4F27;
  static final int DETAIL_SEED = 0x61C88647;
  static final int LONGEST = 5;

  private static final int LONGEST_HAN = 4;

  /** 2^32 / golden ratio, odd (Knuth, TAOCP 3, 6.4): the product's high bits mix well. */
  private static final int MULTIPLIER = 0x9E3779B1;

  private NGrams() {}

  static int extend(int hash, char c) {
    return (hash ^ c) * MULTIPLIER;
  }

  static int longest(byte lastKind) {
    return lastKind == Kind.LETTER || lastKind == Kind.SPACE ? LONGEST : LONGEST_HAN;
  }

  /** Whether a character is part of the words that the model view holds as well. */
  static boolean isWord(byte kind) {
    return kind == Kind.LETTER || kind == Kind.HAN || kind == Kind.SPACE;
  }

  /** The hashes of the model view's grams. */
  static int[] words(TextViews views) {
    MappedText text = views.model();
    int[] hashes = new int[text.length() * LONGEST];
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      int longest = Math.min(longest(Kind.of(text.charAt(i))), i + 1);
      int hash = WORD_SEED;
      for (int k = 0; k < longest; k++) {
        hash = extend(hash, text.charAt(i - k));
        hashes[count++] = hash;
      }
    }
    return Arrays.copyOf(hashes, count);
  }

  /** The hashes of the detail view's grams that hold something else than words. */
  static int[] details(TextViews views) {
    MappedText text = views.detail();
    int[] hashes = new int[text.length() * LONGEST];
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      int longest = Math.min(longest(Kind.of(text.charAt(i))), i + 1);
      int hash = DETAIL_SEED;
      boolean detail = false;
      for (int k = 0; k < longest; k++) {
        char c = text.charAt(i - k);
        hash = extend(hash, c);
        detail |= !isWord(Kind.of(c));
        if (detail) {
          hashes[count++] = hash;
        }
      }
    }
    return Arrays.copyOf(hashes, count);
  }
}
