package io.smswarden.console.security;

import io.smswarden.console.feed.Block;
import io.smswarden.console.feed.Entry;
import io.smswarden.console.feed.Log;
import io.smswarden.console.feed.Positions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A log of one partition in memory. */
public final class ListLog<K, V> implements Log<K, V> {

  private final List<Entry<K, V>> entries = new ArrayList<>();

  /** Adds a record. */
  public synchronized void add(K key, V value, Instant time) {
    entries.add(new Entry<>(0, entries.size(), time, key, value));
  }

  /** All records. */
  public synchronized List<V> values() {
    return entries.stream().map(Entry::value).toList();
  }

  @Override
  public synchronized Positions end() {
    return new Positions(Map.of(0, (long) entries.size()));
  }

  @Override
  public synchronized Block<K, V> before(int partition, long offset) {
    return new Block<>(entries.subList(0, Math.toIntExact(offset)), 0, offset);
  }

  @Override
  public Map<Integer, Long> offsetsAt(Instant time) {
    return Map.of(0, entries.stream().filter(entry -> entry.time().isBefore(time)).count());
  }
}
