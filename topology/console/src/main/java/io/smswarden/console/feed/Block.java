package io.smswarden.console.feed;

import java.util.List;

/**
 * Records of one partition that follow each other.
 *
 * @param entries in the order of their offsets
 * @param from first offset that was looked at
 * @param to behind the last offset that was looked at
 */
public record Block<K, V>(List<Entry<K, V>> entries, long from, long to) {

  /** Copies. */
  public Block {
    entries = List.copyOf(entries);
  }
}
