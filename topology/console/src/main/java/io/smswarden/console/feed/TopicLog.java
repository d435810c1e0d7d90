package io.smswarden.console.feed;

import io.smswarden.streams.StateNotReadyException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * A topic's records: the latest in memory, the others in Kafka. Whoever reads asks for what comes
 * next when it is ready for it, so that nobody waits for anybody. Safe for use by many threads.
 */
public final class TopicLog<K, V> implements Log<K, V> {

  private static final int FETCHED = 500;

  private final int room;
  private final TopicHistory<K, V> history;
  private final Map<Integer, RecentRecords<K, V>> partitions = new TreeMap<>();
  private final List<Consumer<Entry<K, V>>> listeners = new CopyOnWriteArrayList<>();
  private final Bell bell = new Bell();
  private boolean ready;
  private long seen;

  /**
   * An empty log.
   *
   * @param room records that are kept in memory
   */
  TopicLog(int room, TopicHistory<K, V> history) {
    this.room = room;
    this.history = history;
  }

  /** What comes next for a reader: entries, where it stands then, and how many are lost. */
  record Batch<K, V>(List<Entry<K, V>> entries, Positions then, long missed) {}

  /** Has something called for each entry as it comes, by the thread that reads: quick. */
  public void listen(Consumer<Entry<K, V>> listener) {
    listeners.add(listener);
  }

  /** Records that came since the log was begun. */
  public synchronized long seen() {
    return seen;
  }

  @Override
  public synchronized Positions end() {
    check();
    Map<Integer, Long> ends = new TreeMap<>();
    partitions.forEach((partition, recent) -> ends.put(partition, recent.position()));
    return new Positions(ends);
  }

  /**
   * A place in this log: of each of its partitions, and none behind the end.
   *
   * @throws IllegalArgumentException when it is of another log
   */
  Positions within(Positions place) {
    Map<Integer, Long> ends = end().offsets();
    if (!ends.keySet().containsAll(place.offsets().keySet())) {
      throw new IllegalArgumentException("no such partition");
    }
    Map<Integer, Long> within = new TreeMap<>(ends);
    place.offsets().forEach((partition, offset) -> within.merge(partition, offset, Math::min));
    return new Positions(within);
  }

  /** What is in memory, the oldest of each partition first; empty before the log has begun. */
  public synchronized List<Entry<K, V>> recent() {
    List<Entry<K, V>> all = new ArrayList<>();
    partitions.values().forEach(recent -> all.addAll(recent.all()));
    return all;
  }

  /** How many partitions the topic has. */
  synchronized int partitions() {
    check();
    return partitions.size();
  }

  @Override
  public Map<Integer, Long> offsetsAt(Instant time) {
    return history.offsetsAt(time);
  }

  /** From memory if they are there. */
  @Override
  public Block<K, V> before(int partition, long offset) {
    synchronized (this) {
      check();
      RecentRecords<K, V> recent = partitions.get(partition);
      if (recent == null) {
        return new Block<>(List.of(), 0, 0);
      }
      if (offset > recent.from()) {
        return recent.before(offset, FETCHED);
      }
    }
    return history.before(partition, offset, FETCHED);
  }

  /** What comes next for a reader that stands somewhere; empty when there is nothing yet. */
  Batch<K, V> next(Positions at, int most) {
    List<Entry<K, V>> entries = new ArrayList<>();
    Positions then = at;
    long missed = 0;
    for (int partition : numbers()) {
      Block<K, V> block;
      long offset;
      long covered;
      synchronized (this) {
        RecentRecords<K, V> recent = partitions.get(partition);
        offset = at.offsets().getOrDefault(partition, recent.position());
        covered = recent.from();
        block = offset >= covered ? recent.after(offset, most) : null;
      }
      if (block == null) {
        block = history.after(partition, offset, covered, most);
        missed += block.from() - offset;
      }
      entries.addAll(block.entries());
      then = then.with(partition, block.to());
    }
    return new Batch<>(entries, then, missed);
  }

  /** Waits until there is something behind a place, or some time has passed. */
  void await(Positions at, Duration most) throws InterruptedException {
    bell.await(() -> behind(at), most);
  }

  private synchronized boolean behind(Positions at) {
    return partitions.entrySet().stream()
        .anyMatch(
            partition ->
                at.offsets().getOrDefault(partition.getKey(), Long.MAX_VALUE)
                    < partition.getValue().position());
  }

  /** Begins the log, or goes on with it: partitions that are known keep what they have. */
  synchronized Map<Integer, Long> begin(Map<Integer, Long> starts) {
    int each = Math.max(1, room / Math.max(1, starts.size()));
    Map<Integer, Long> positions = new TreeMap<>();
    starts.forEach(
        (partition, start) ->
            positions.put(
                partition,
                partitions
                    .computeIfAbsent(partition, number -> new RecentRecords<>(start, each))
                    .position()));
    return positions;
  }

  /** Takes what was read, and how far. */
  void add(List<Entry<K, V>> entries, Map<Integer, Long> positions) {
    synchronized (this) {
      entries.forEach(entry -> partitions.get(entry.partition()).add(entry));
      positions.forEach((partition, position) -> partitions.get(partition).readTo(position));
      seen += entries.size();
    }
    bell.ring();
    entries.forEach(entry -> listeners.forEach(listener -> listener.accept(entry)));
  }

  /** The log's latest records are all there. */
  synchronized void ready() {
    ready = true;
  }

  private synchronized Set<Integer> numbers() {
    check();
    return new TreeSet<>(partitions.keySet());
  }

  private void check() {
    if (!ready) {
      throw new StateNotReadyException("the latest records are still being read");
    }
  }
}
