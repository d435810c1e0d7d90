package io.smswarden.filter.model;

import io.smswarden.filter.text.Kind;
import io.smswarden.filter.text.MappedText;
import io.smswarden.filter.text.TextViews;
import java.util.Arrays;

/**
 * The character n-grams of a text as hashes, each once: 1 to 5 characters where the last one is of
 * a script with blanks, 1 to 4 otherwise. Those of the model view come first, then those of the
 * detail view that hold something else than words. A buffer to use again; not safe for use by many
 * threads.
 */
public final class Grams {

  static final int WORD_SEED = 0x2F0B4F27;

  private static final int DETAIL_SEED = 0x61C88647;
  private static final int LONGEST = 5;
  private static final int LONGEST_HAN = 4;

  /** 2^32 / golden ratio, odd (Knuth, TAOCP 3, 6.4): the product's high bits mix well. */
  private static final int MULTIPLIER = 0x9E3779B1;

  /** Grams seen lately, by the low bits of their hash: 32 KiB, the size of a first-level cache. */
  private static final int SEEN = 4096;

  private final long[] seen = new long[SEEN];
  private long generation;
  private int[] hashes = new int[1024];
  private int count;
  private int words;

  /**
   * Takes the grams of a text. One that comes back is left out unless others of its place came
   * between: exact for texts of some hundred characters, near for longer ones.
   */
  public void take(TextViews views) {
    generation += 1L << 32;
    count = 0;
    takeWords(views.model());
    words = count;
    takeDetails(views.detail());
  }

  private void takeWords(MappedText text) {
    reserve(text.length());
    char[] chars = text.array();
    int length = text.length();
    for (int i = 0; i < length; i++) {
      int longest = Math.min(longest(chars[i]), i + 1);
      int hash = WORD_SEED;
      for (int k = 0; k < longest; k++) {
        hash = extend(hash, chars[i - k]);
        add(hash);
      }
    }
  }

  private void takeDetails(MappedText text) {
    reserve(text.length());
    char[] chars = text.array();
    int length = text.length();
    for (int i = 0; i < length; i++) {
      int longest = Math.min(longest(chars[i]), i + 1);
      int hash = DETAIL_SEED;
      boolean detail = false;
      for (int k = 0; k < longest; k++) {
        char c = chars[i - k];
        hash = extend(hash, c);
        detail |= !isWord(Kind.of(c));
        if (detail) {
          add(hash);
        }
      }
    }
  }

  private void add(int hash) {
    long entry = generation | (hash & 0xFFFFFFFFL);
    int place = (hash >>> 8) & (SEEN - 1);
    if (seen[place] != entry) {
      seen[place] = entry;
      hashes[count++] = hash;
    }
  }

  private void reserve(int characters) {
    int needed = count + characters * LONGEST;
    if (needed > hashes.length) {
      hashes = Arrays.copyOf(hashes, Math.max(needed, hashes.length * 2));
    }
  }

  /** How many grams there are. */
  int count() {
    return count;
  }

  /** How many of them, the first ones, are of words. */
  int words() {
    return words;
  }

  /** The hashes; valid below {@link #count()} until the next text. */
  int[] hashes() {
    return hashes;
  }

  static int extend(int hash, char c) {
    return (hash ^ c) * MULTIPLIER;
  }

  static int longest(char last) {
    byte kind = Kind.of(last);
    return kind == Kind.LETTER || kind == Kind.SPACE ? LONGEST : LONGEST_HAN;
  }

  private static boolean isWord(byte kind) {
    return kind == Kind.LETTER || kind == Kind.HAN || kind == Kind.SPACE;
  }
}
