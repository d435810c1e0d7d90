package io.smswarden.filter.model;

import io.smswarden.filter.text.Kind;
import io.smswarden.filter.text.MappedText;
import io.smswarden.filter.text.TextViews;
import java.util.Arrays;

/**
 * What a text is made of, as hashes: its n-grams, each once, then its {@link Shape}. The n-grams
 * are of characters of the model view (up to 4 where the last is of a script with blanks, else up
 * to 2), of characters of the detail view that hold something else than words (up to 4), and, in
 * Chinese, of the first and last characters, else of words (up to 3). A buffer to use again; not
 * safe for use by many threads.
 */
public final class Grams {

  static final int WORD_SEED = 0x2F0B4F27;

  private static final int DETAIL_SEED = 0x61C88647;
  private static final int START_SEED = 0x5BD1E995;
  private static final int END_SEED = 0x1B873593;
  private static final int PHRASE_SEED = 0x38B34AE5;
  private static final int LONGEST = 4;
  private static final int LONGEST_HAN = 2;

  /** So many characters at either end have n-grams of their own. */
  private static final int EDGE = 12;

  /** 2^32 / golden ratio, odd (Knuth, TAOCP 3, 6.4): the product's high bits mix well. */
  private static final int MULTIPLIER = 0x9E3779B1;

  /** Bit by kind: those of scripts with blanks between words. */
  private static final int SPACED_KINDS = 1 << Kind.LETTER | 1 << Kind.SPACE;

  private static final int WORD_KINDS = SPACED_KINDS | 1 << Kind.HAN;

  /** Grams seen lately, by bits of their hash: 16 KiB, half of a first-level cache. */
  private static final int SEEN = 4096;

  /** Where the bits of the hash stand that choose the place among those seen. */
  private static final int PLACE = 8;

  /** In an entry the text's number stands for the bits that the place tells. */
  private static final int REST = ~((SEEN - 1) << PLACE);

  private final int[] seen = new int[SEEN];
  private final Shape shape = new Shape();
  private int generation;
  private int[] hashes = new int[1024];
  private int count;
  private int grams;
  private boolean chinese;

  /**
   * Takes the grams of a text. One that comes back is left out unless others of its place came
   * between: exact for texts of some hundred characters, near for longer ones.
   */
  public void take(TextViews views) {
    generation = (generation + 1) & (SEEN - 1);
    if (generation == 0) {
      Arrays.fill(seen, 0);
      generation = 1;
    }
    count = 0;
    chinese = views.chinese();
    MappedText text = views.model();
    reserve(1 + text.length() * (LONGEST + 1) + views.detail().length() * LONGEST + 8 * EDGE);
    takeCharacters(text);
    takeDetails(views.detail());
    if (chinese) {
      takeEdges(text);
    } else {
      takePhrases(text);
    }
    grams = count;
    if (grams > 0) {
      reserve(Shape.MOST);
      count = shape.describe(views, hashes, count);
    }
  }

  private void takeCharacters(MappedText text) {
    char[] chars = text.array();
    int length = text.length();
    for (int i = 0; i < length; i++) {
      int longest = Math.min(longest(chars[i]), i + 1);
      int one = extend(WORD_SEED, chars[i]);
      add(one);
      if (longest > 1) {
        int two = extend(one, chars[i - 1]);
        add(two);
        if (longest > 2) {
          int three = extend(two, chars[i - 2]);
          add(three);
          if (longest > 3) {
            add(extend(three, chars[i - 3]));
          }
        }
      }
    }
  }

  private void takeDetails(MappedText text) {
    char[] chars = text.array();
    int length = text.length();
    int lastDetail = -LONGEST;
    for (int i = 0; i < length; i++) {
      if (!isWord(Kind.of(chars[i]))) {
        lastDetail = i;
      } else if (i - lastDetail >= LONGEST) {
        continue;
      }
      int longest = Math.min(LONGEST, i + 1);
      int hash = DETAIL_SEED;
      for (int k = 0; k < longest; k++) {
        hash = extend(hash, chars[i - k]);
        if (k >= i - lastDetail) {
          add(hash);
        }
      }
    }
  }

  private void takeEdges(MappedText text) {
    char[] chars = text.array();
    int length = text.length();
    int near = Math.min(EDGE, length);
    takePairs(chars, 0, near, START_SEED);
    takePairs(chars, length - near, length, END_SEED);
    int first = ~START_SEED;
    int last = ~END_SEED;
    for (int k = 0; k < Math.min(LONGEST, length); k++) {
      first = extend(first, chars[k]);
      last = extend(last, chars[length - 1 - k]);
      add(first);
      add(last);
    }
  }

  private void takePairs(char[] chars, int from, int to, int seed) {
    for (int i = from; i < to; i++) {
      int hash = extend(seed, chars[i]);
      add(hash);
      if (i > from) {
        add(extend(hash, chars[i - 1]));
      }
    }
  }

  private void takePhrases(MappedText text) {
    char[] chars = text.array();
    int length = text.length();
    int one = PHRASE_SEED;
    int two = 0;
    int three = 0;
    for (int i = 0; i <= length; i++) {
      if (i < length && chars[i] != ' ') {
        one = extend(one, chars[i]);
        two = two == 0 ? 0 : extend(two, chars[i]);
        three = three == 0 ? 0 : extend(three, chars[i]);
      } else if (one != PHRASE_SEED) {
        add(one);
        addIfAny(two);
        addIfAny(three);
        three = two == 0 ? 0 : extend(two, ' ');
        two = extend(one, ' ');
        one = PHRASE_SEED;
      }
    }
  }

  private void addIfAny(int hash) {
    if (hash != 0) {
      add(hash);
    }
  }

  /** Adds a hash unless it is seen; without a branch, which nobody could foretell. */
  private void add(int hash) {
    int place = (hash >>> PLACE) & (SEEN - 1);
    int entry = (hash & REST) | (generation << PLACE);
    int difference = seen[place] ^ entry;
    seen[place] = entry;
    hashes[count] = hash;
    count += (difference | -difference) >>> 31;
  }

  private void reserve(int more) {
    if (count + more > hashes.length) {
      hashes = Arrays.copyOf(hashes, Math.max(count + more, hashes.length * 2));
    }
  }

  /** Whether the text has Chinese in it. */
  boolean chinese() {
    return chinese;
  }

  /** How many hashes there are. */
  int count() {
    return count;
  }

  /** How many of them, the first ones, are of n-grams; the others are of the shape. */
  int grams() {
    return grams;
  }

  /** The hashes; valid below {@link #count()} until the next text. */
  int[] hashes() {
    return hashes;
  }

  static int extend(int hash, char c) {
    return (hash ^ c) * MULTIPLIER;
  }

  static int longest(char last) {
    return ((SPACED_KINDS >>> Kind.of(last)) & 1) == 0 ? LONGEST_HAN : LONGEST;
  }

  private static boolean isWord(byte kind) {
    return ((WORD_KINDS >>> kind) & 1) != 0;
  }
}
