package io.smswarden.console.feed;

import io.smswarden.console.http.Paging;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads a log from its newest record to its oldest. Records of a partition keep their order, and
 * partitions are merged by time. For one thread.
 */
public final class Backwards<K, V> {

  private final Log<K, V> log;
  private final Map<Integer, Partition> partitions = new TreeMap<>();
  private long examined;

  /** A partition's records that were fetched and not yet given. */
  private final class Partition {
    private final int number;
    private final long lowest;
    private final Deque<Entry<K, V>> newestFirst = new ArrayDeque<>();
    private long given;
    private long fetched;
    private boolean exhausted;

    private Partition(int number, long from, long lowest) {
      this.number = number;
      this.lowest = lowest;
      this.given = from;
      this.fetched = from;
      this.exhausted = from <= lowest;
    }

    private Entry<K, V> peek() {
      while (newestFirst.isEmpty() && !exhausted) {
        Block<K, V> block = log.before(number, fetched);
        block.entries().stream()
            .filter(entry -> entry.offset() >= lowest)
            .forEach(newestFirst::addFirst);
        exhausted = block.from() >= fetched || block.from() <= lowest;
        fetched = block.from();
        if (newestFirst.isEmpty()) {
          given = fetched;
        }
      }
      return newestFirst.peekFirst();
    }

    private Entry<K, V> next() {
      Entry<K, V> entry = newestFirst.removeFirst();
      given = entry.offset();
      return entry;
    }
  }

  private Backwards(Log<K, V> log) {
    this.log = log;
  }

  /**
   * Reads back from a place.
   *
   * @param cursor what {@link #place} gave; empty for the end of the log
   * @param only the partition to read; empty for all
   * @param since records of an earlier time are not read, as far as partitions' ends tell; empty
   *     for no limit
   */
  public static <K, V> Backwards<K, V> from(
      Log<K, V> log, Optional<String> cursor, Optional<Integer> only, Optional<Instant> since) {
    Positions end = log.end();
    Positions place = cursor.map(Backwards::decode).orElse(end);
    Map<Integer, Long> lowest = since.map(log::offsetsAt).orElseGet(HashMap::new);
    Backwards<K, V> backwards = new Backwards<>(log);
    Set<Integer> numbers = new TreeSet<>(end.offsets().keySet());
    only.ifPresent(number -> numbers.retainAll(Set.of(number)));
    for (int number : numbers) {
      long from =
          Math.min(
              place.offsets().getOrDefault(number, end.offsets().get(number)),
              end.offsets().get(number));
      backwards.partitions.put(
          number, backwards.new Partition(number, from, lowest.getOrDefault(number, 0L)));
    }
    return backwards;
  }

  /** Reads a whole log back. */
  public static <K, V> Backwards<K, V> from(Log<K, V> log) {
    return from(log, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The record at a place; empty when there is none, or none any more. */
  public static <K, V> Optional<Entry<K, V>> at(Log<K, V> log, int partition, long offset) {
    return from(
            log,
            Optional.of(new Positions(Map.of(partition, offset + 1)).encoded()),
            Optional.of(partition),
            Optional.empty())
        .peek()
        .filter(entry -> entry.offset() == offset);
  }

  private static Positions decode(String cursor) {
    try {
      return Positions.decode(cursor);
    } catch (IllegalArgumentException e) {
      throw Paging.badCursor();
    }
  }

  /** The next older record, which stays the next. */
  public Optional<Entry<K, V>> peek() {
    return newest().map(Partition::peek);
  }

  /** The next older record; empty when there are none any more. */
  public Optional<Entry<K, V>> next() {
    Optional<Entry<K, V>> entry = newest().map(Partition::next);
    examined += entry.isPresent() ? 1 : 0;
    return entry;
  }

  /** How many were given. */
  public long examined() {
    return examined;
  }

  /** Where to go on later. */
  public String place() {
    Map<Integer, Long> given = new TreeMap<>();
    partitions.forEach((number, partition) -> given.put(number, partition.given));
    return new Positions(given).encoded();
  }

  private Optional<Partition> newest() {
    List<Partition> left =
        partitions.values().stream().filter(partition -> partition.peek() != null).toList();
    return left.stream().max(Comparator.comparing(partition -> partition.peek().time()));
  }
}
