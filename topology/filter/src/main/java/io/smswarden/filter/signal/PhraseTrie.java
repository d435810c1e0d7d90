package io.smswarden.filter.signal;

import io.smswarden.filter.text.Kind;
import io.smswarden.filter.text.MappedText;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;

/**
 * Finds all phrases of a set in a text. A filter of the first two characters (as in Wu and Manber,
 * "A Fast Algorithm for Multi-Pattern Searching", 1994, section 2) lets few places through, and
 * only from there the trie is walked, whose edges are one hash table. The work is at most the
 * text's length times that of the longest phrase. Immutable.
 *
 * @param <V> what a phrase stands for
 */
public final class PhraseTrie<V> {

  /** Takes a phrase that was found: in order of its end. */
  public interface Hits<V> {

    /** A phrase from one offset of the text up to before another. */
    void hit(int begin, int end, V value);
  }

  /** What was found in one text, in order of the ends. A buffer to use again. */
  public static final class Found {
    private long[] hits = new long[32];
    private int count;

    private void add(int end, int phrase) {
      if (count == hits.length) {
        hits = Arrays.copyOf(hits, count * 2);
      }
      long hit = ((long) end << Integer.SIZE) | (Integer.MAX_VALUE - phrase);
      int at = count++;
      for (; at > 0 && hits[at - 1] > hit; at--) {
        hits[at] = hits[at - 1];
      }
      hits[at] = hit;
    }
  }

  /** 2^64 / golden ratio, odd (Knuth, TAOCP 3, 6.4): the product's high bits mix well. */
  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  /** Fewest bits of the filter's index: 8 KiB. */
  private static final int FILTER_BITS = 16;

  /** In the filter at most one bit of so many is set. */
  private static final int SPARSE = 8;

  /** Nodes below it stand for a first character: the first edge of a walk takes two of them. */
  private static final int FIRST_NODE = 1 << Character.SIZE;

  /** Stands behind a phrase of one character; the views hold no noncharacter. */
  private static final char NOTHING = '\uFFFF';

  /** Bits of an edge's target; above them its node and its character. */
  private static final int TARGET_BITS = 24;

  private static final int TARGET = (1 << TARGET_BITS) - 1;
  private static final int NO_NODE = 0;

  private final boolean withinWords;
  private final long[] filter;
  private final int filterShift;
  private final List<V> values;
  private final int[] lengths;
  private final long[] edges;
  private final int shift;

  /**
   * Compiles phrases; of those that end together the alphabetically last one is found first.
   *
   * @param withinWords whether a phrase may begin within a word
   */
  public PhraseTrie(SortedMap<String, V> phrases, boolean withinWords) {
    this.withinWords = withinWords;
    String[] texts = phrases.keySet().toArray(String[]::new);
    values = List.copyOf(phrases.values());
    lengths = Arrays.stream(texts).mapToInt(String::length).toArray();
    int nodes = nodes(texts);
    if (FIRST_NODE + texts.length + nodes > TARGET) {
      throw new IllegalArgumentException("there are more phrases than the trie has room for");
    }
    int filterBits = Math.max(FILTER_BITS, bits(texts.length * SPARSE));
    filter = new long[1 << (filterBits - 6)];
    filterShift = Long.SIZE - filterBits;
    // At most two thirds full: the smaller the table, the more of it stays in the cache.
    int bits = bits(nodes * 3 / 2);
    shift = Long.SIZE - bits;
    edges = new long[1 << bits];
    int next = FIRST_NODE + texts.length;
    for (int phrase = 0; phrase < texts.length; phrase++) {
      next = insert(texts[phrase], FIRST_NODE + phrase, next);
    }
  }

  private static int bits(int size) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(size);
  }

  /** How many nodes sorted phrases need: one for each beginning of two characters or more. */
  private static int nodes(String[] sorted) {
    int nodes = 1;
    String before = "";
    for (String phrase : sorted) {
      int common = 0;
      int shorter = Math.min(before.length(), phrase.length());
      while (common < shorter && before.charAt(common) == phrase.charAt(common)) {
        common++;
      }
      nodes += Math.max(1, phrase.length() - Math.max(1, common));
      before = phrase;
    }
    return nodes;
  }

  /** Adds a phrase, after those that it begins with; gives the next free node. */
  private int insert(String phrase, int its, int free) {
    char first = phrase.charAt(0);
    int length = phrase.length();
    if (length == 1) {
      mark(single(first));
      put(edge(first, NOTHING), its);
      return free;
    }
    mark(pair(first, phrase.charAt(1)));
    int next = free;
    int node = first;
    for (int end = 2; end <= length; end++) {
      long edge = edge(node, phrase.charAt(end - 1));
      node = target(edge);
      if (node == NO_NODE) {
        node = end == length ? its : next++;
        put(edge, node);
      }
    }
    return next;
  }

  private void put(long edge, int target) {
    int at = (int) ((edge * MULTIPLIER) >>> shift);
    while (edges[at] != 0) {
      at = (at + 1) & (edges.length - 1);
    }
    edges[at] = edge << TARGET_BITS | target;
  }

  /**
   * Finds all phrases in a text.
   *
   * @param found room for what is found
   */
  public void scan(MappedText text, Found found, Hits<? super V> hits) {
    find(text.array(), text.length(), found);
    for (int i = 0; i < found.count; i++) {
      int end = (int) (found.hits[i] >>> Integer.SIZE);
      int phrase = Integer.MAX_VALUE - (int) found.hits[i];
      hits.hit(end - lengths[phrase], end, values.get(phrase));
    }
  }

  private void find(char[] chars, int length, Found found) {
    found.count = 0;
    for (int i = 0; i < length; i++) {
      char c = chars[i];
      boolean alone = marked(single(c));
      boolean begins = i + 1 < length && marked(pair(c, chars[i + 1]));
      if ((alone || begins) && (withinWords || i == 0 || !isLetter(c) || !isLetter(chars[i - 1]))) {
        if (alone) {
          add(target(edge(c, NOTHING)), i + 1, found);
        }
        if (begins) {
          walk(chars, i, length, found);
        }
      }
    }
  }

  private void walk(char[] chars, int begin, int length, Found found) {
    int node = target(edge(chars[begin], chars[begin + 1]));
    for (int end = begin + 2; node != NO_NODE; end++) {
      add(node, end, found);
      if (end == length) {
        return;
      }
      node = target(edge(node, chars[end]));
    }
  }

  /** Phrases have the first nodes, in order. */
  private void add(int node, int end, Found found) {
    int phrase = node - FIRST_NODE;
    if (phrase >= 0 && phrase < lengths.length) {
      found.add(end, phrase);
    }
  }

  private int target(long edge) {
    int at = (int) ((edge * MULTIPLIER) >>> shift);
    for (long entry = edges[at]; entry != 0; entry = edges[at]) {
      if (entry >>> TARGET_BITS == edge) {
        return (int) entry & TARGET;
      }
      at = (at + 1) & (edges.length - 1);
    }
    return NO_NODE;
  }

  private static long edge(int node, char c) {
    return ((long) node << Character.SIZE) | c;
  }

  private int single(char c) {
    return (int) ((c * MULTIPLIER) >>> filterShift);
  }

  private int pair(char first, char second) {
    return (int) ((edge(first, second) * MULTIPLIER) >>> filterShift);
  }

  private void mark(int bit) {
    filter[bit >>> 6] |= 1L << bit;
  }

  private boolean marked(int bit) {
    return ((filter[bit >>> 6] >>> bit) & 1) != 0;
  }

  private static boolean isLetter(char c) {
    return Kind.of(c) == Kind.LETTER;
  }
}
