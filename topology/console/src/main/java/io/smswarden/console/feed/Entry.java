package io.smswarden.console.feed;

import java.time.Instant;

/**
 * A record of a topic and where it stands.
 *
 * @param time the record's timestamp
 * @param value never null: tombstones have no entry
 */
public record Entry<K, V>(int partition, long offset, Instant time, K key, V value) {

  /** What it is called in answers: {@code partition-offset}. */
  public String id() {
    return partition + "-" + offset;
  }
}
