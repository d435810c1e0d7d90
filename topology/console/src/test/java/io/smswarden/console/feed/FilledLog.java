package io.smswarden.console.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A log whose topic is a list: what is not in memory is found there, as Kafka would have it. */
public final class FilledLog<K, V> implements TopicHistory<K, V> {

  private final Map<Integer, List<Entry<K, V>>> topic = new HashMap<>();
  private final Map<Integer, Long> deleted = new HashMap<>();
  private final TopicLog<K, V> log;

  /** Empty, of some partitions. */
  public FilledLog(int partitions, int room) {
    log = new TopicLog<>(room, this);
    Map<Integer, Long> starts = new HashMap<>();
    for (int number = 0; number < partitions; number++) {
      topic.put(number, new ArrayList<>());
      starts.put(number, 0L);
    }
    log.begin(starts);
    log.ready();
  }

  /** The log. */
  public TopicLog<K, V> log() {
    return log;
  }

  /** Adds a record to the topic, and has the log read it. */
  public synchronized void add(int partition, K key, V value, Instant time) {
    List<Entry<K, V>> all = topic.get(partition);
    // Offsets are not without gaps: transactions take some for themselves.
    Entry<K, V> entry = new Entry<>(partition, all.size() * 2L, time, key, value);
    all.add(entry);
    log.add(List.of(entry), Map.of(partition, entry.offset() + 2));
  }

  /** Has the cluster delete what is before an offset. */
  synchronized void delete(int partition, long offset) {
    deleted.put(partition, offset);
  }

  @Override
  public synchronized Block<K, V> before(int partition, long offset, int most) {
    long from = Math.max(deleted.getOrDefault(partition, 0L), offset - most);
    return from >= offset
        ? new Block<>(List.of(), offset, offset)
        : new Block<>(between(partition, from, offset), from, offset);
  }

  @Override
  public synchronized Block<K, V> after(int partition, long offset, long end, int most) {
    long from = Math.max(deleted.getOrDefault(partition, 0L), offset);
    long to = Math.min(end, from + most);
    return from >= to
        ? new Block<>(List.of(), from, from)
        : new Block<>(between(partition, from, to), from, to);
  }

  private List<Entry<K, V>> between(int partition, long from, long to) {
    return topic.get(partition).stream()
        .filter(entry -> entry.offset() >= from && entry.offset() < to)
        .toList();
  }

  @Override
  public synchronized Map<Integer, Long> offsetsAt(Instant time) {
    Map<Integer, Long> offsets = new HashMap<>();
    topic.forEach(
        (partition, entries) ->
            offsets.put(
                partition,
                entries.stream()
                    .filter(entry -> !entry.time().isBefore(time))
                    .findFirst()
                    .map(Entry::offset)
                    .orElse(2L * entries.size())));
    return offsets;
  }
}
