package io.smswarden.filter.rule;

import java.util.Arrays;
import java.util.List;

/**
 * Finds a key among many by a stretch of characters, without making a string of it. Immutable; open
 * addressing with linear probing, at most half full.
 */
final class KeyTable {

  private final String[] keys;
  private final int[] places;
  private final int mask;

  /** A table in which each key has its place in the list as value; a key stands there once. */
  KeyTable(List<String> all) {
    int capacity = Math.max(2, Integer.highestOneBit(Math.max(1, all.size())) * 4);
    this.keys = new String[capacity];
    this.places = new int[capacity];
    this.mask = capacity - 1;
    Arrays.fill(places, -1);
    for (int place = 0; place < all.size(); place++) {
      String key = all.get(place);
      int slot = slot(key, 0, key.length());
      while (places[slot] >= 0) {
        slot = (slot + 1) & mask;
      }
      keys[slot] = key;
      places[slot] = place;
    }
  }

  /** The place of the key that these characters are; -1 when they are none. */
  int find(CharSequence text, int start, int end) {
    int slot = slot(text, start, end);
    while (places[slot] >= 0) {
      if (equal(keys[slot], text, start, end)) {
        return places[slot];
      }
      slot = (slot + 1) & mask;
    }
    return -1;
  }

  private int slot(CharSequence text, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + text.charAt(i);
    }
    // Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4) spreads the low bits.
    return ((hash * 0x9E3779B9) >>> 7) & mask;
  }

  private static boolean equal(String key, CharSequence text, int start, int end) {
    if (key.length() != end - start) {
      return false;
    }
    for (int i = 0; i < key.length(); i++) {
      if (key.charAt(i) != text.charAt(start + i)) {
        return false;
      }
    }
    return true;
  }
}
