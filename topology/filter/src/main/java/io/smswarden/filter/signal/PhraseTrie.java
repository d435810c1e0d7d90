package io.smswarden.filter.signal;

import io.smswarden.filter.text.Kind;
import io.smswarden.filter.text.MappedText;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;

/**
 * Finds all phrases of a set in a text. A filter of the first two characters (as in Wu and Manber,
 * "A Fast Algorithm for Multi-Pattern Searching", 1994, section 2) lets few places through, and
 * only from there the trie is walked, whose edges are one hash table. No phrase begins within a
 * word. The work is at most the text's length times that of the longest phrase. Immutable.
 */
final class PhraseTrie {

  /** Takes a phrase that was found: in order of its end. */
  interface Hits {
    void hit(int begin, int end, Phrase[] phrases);
  }

  /** What was found in one text, in order of the ends. A buffer to use again. */
  static final class Found {
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

  /** Bits of the filter's index: 8 KiB. */
  private static final int FILTER_BITS = 16;

  /** Nodes below it stand for a first character: the first edge of a walk takes two of them. */
  private static final int FIRST_NODE = 1 << Character.SIZE;

  /** Stands behind a phrase of one character; the views hold no noncharacter. */
  private static final char NOTHING = '\uFFFF';

  /** Bits of an edge's target; above them its node and its character. */
  private static final int TARGET_BITS = 24;

  private static final int TARGET = (1 << TARGET_BITS) - 1;
  private static final int NO_NODE = 0;

  private final long[] filter = new long[1 << (FILTER_BITS - 6)];
  private final Phrase[][] values;
  private final int[] lengths;
  private final long[] edges;
  private final int shift;

  /** Compiles phrases; of those that end together the alphabetically last one is found first. */
  PhraseTrie(SortedMap<String, Phrase[]> phrases) {
    values = phrases.values().toArray(Phrase[][]::new);
    lengths = phrases.keySet().stream().mapToInt(String::length).toArray();
    Map<String, Integer> nodes = new HashMap<>();
    phrases.keySet().forEach(phrase -> nodes.put(phrase, FIRST_NODE + nodes.size()));
    for (String phrase : phrases.keySet()) {
      for (int end = 2; end < phrase.length(); end++) {
        nodes.putIfAbsent(phrase.substring(0, end), FIRST_NODE + nodes.size());
      }
    }
    if (FIRST_NODE + nodes.size() > TARGET) {
      throw new IllegalArgumentException("there are more phrases than the trie has room for");
    }
    // At most two thirds full: the smaller the table, the more of it stays in the cache.
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(nodes.size() * 3 / 2);
    shift = Long.SIZE - bits;
    edges = new long[1 << bits];
    nodes.forEach((prefix, node) -> insert(edge(prefix, nodes), node));
  }

  private long edge(String prefix, Map<String, Integer> nodes) {
    int last = prefix.length() - 1;
    if (last > 1) {
      return edge(nodes.get(prefix.substring(0, last)), prefix.charAt(last));
    }
    char first = prefix.charAt(0);
    char second = last == 0 ? NOTHING : prefix.charAt(1);
    mark(last == 0 ? single(first) : pair(first, second));
    return edge(first, second);
  }

  private void insert(long edge, int target) {
    int at = (int) ((edge * MULTIPLIER) >>> shift);
    while (edges[at] != 0) {
      at = (at + 1) & (edges.length - 1);
    }
    edges[at] = edge << TARGET_BITS | target;
  }

  void scan(MappedText text, Found found, Hits hits) {
    find(text.array(), text.length(), found);
    for (int i = 0; i < found.count; i++) {
      int end = (int) (found.hits[i] >>> Integer.SIZE);
      int phrase = Integer.MAX_VALUE - (int) found.hits[i];
      hits.hit(end - lengths[phrase], end, values[phrase]);
    }
  }

  private void find(char[] chars, int length, Found found) {
    found.count = 0;
    for (int i = 0; i < length; i++) {
      char c = chars[i];
      boolean alone = marked(single(c));
      boolean begins = i + 1 < length && marked(pair(c, chars[i + 1]));
      if ((alone || begins) && !(i > 0 && isLetter(c) && isLetter(chars[i - 1]))) {
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

  private static int single(char c) {
    return (int) ((c * MULTIPLIER) >>> (Long.SIZE - FILTER_BITS));
  }

  private static int pair(char first, char second) {
    return (int) ((edge(first, second) * MULTIPLIER) >>> (Long.SIZE - FILTER_BITS));
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
