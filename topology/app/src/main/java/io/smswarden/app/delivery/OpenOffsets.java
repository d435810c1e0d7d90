package io.smswarden.app.delivery;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;

/**
 * Which records are being delivered, by partition. A partition may be committed up to the first of
 * them, however many behind it are done. Safe for use by many threads.
 */
final class OpenOffsets {

  private final Map<TopicPartition, Partition> partitions = new HashMap<>();
  private int open;

  /** What is open of a partition, and behind the last record begun. */
  private static final class Partition {
    final NavigableSet<Long> open = new TreeSet<>();
    long next;
  }

  synchronized void begin(TopicPartition partition, long offset) {
    Partition of = partitions.computeIfAbsent(partition, unused -> new Partition());
    if (of.open.add(offset)) {
      open++;
    }
    of.next = offset + 1;
  }

  synchronized void end(TopicPartition partition, long offset) {
    Partition of = partitions.get(partition);
    if (of != null && of.open.remove(offset)) {
      open--;
    }
  }

  /** Whether a record is still to be delivered by us. */
  synchronized boolean isOpen(TopicPartition partition, long offset) {
    Partition of = partitions.get(partition);
    return of != null && of.open.contains(offset);
  }

  /** Forgets partitions that go to somebody else. */
  synchronized void forget(Collection<TopicPartition> gone) {
    for (TopicPartition partition : gone) {
      Partition of = partitions.remove(partition);
      if (of != null) {
        open -= of.open.size();
      }
    }
  }

  /** The partitions that something was begun of. */
  synchronized Set<TopicPartition> begun() {
    return Set.copyOf(partitions.keySet());
  }

  /** The first record of a partition that is not done; empty when all that were begun are. */
  synchronized OptionalLong first(TopicPartition partition) {
    Partition of = partitions.get(partition);
    return of == null || of.open.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(of.open.first());
  }

  /** How many records are being delivered. */
  synchronized int size() {
    return open;
  }

  /**
   * Partitions of which so much is done behind the first open record that no more is to be begun.
   */
  synchronized Set<TopicPartition> farAhead(int most) {
    Set<TopicPartition> far = new HashSet<>();
    partitions.forEach(
        (partition, of) -> {
          if (!of.open.isEmpty() && of.next - of.open.first() > most) {
            far.add(partition);
          }
        });
    return far;
  }
}
