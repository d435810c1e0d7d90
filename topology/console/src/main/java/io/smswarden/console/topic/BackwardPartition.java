package io.smswarden.console.topic;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** A partition read from its end to its beginning, some records at a time. */
final class BackwardPartition {

  /** Reads a range of a partition, in the partition's order. */
  interface Range {
    List<ConsumerRecord<byte[], byte[]>> read(TopicPartition partition, long from, long to);
  }

  private static final int SMALLEST_STEP = 64;
  private static final int LARGEST_STEP = 4096;

  private final TopicPartition partition;
  private final long first;
  private final Range range;
  private final Deque<ConsumerRecord<byte[], byte[]>> newestFirst = new ArrayDeque<>();
  private long unread;
  private int step = SMALLEST_STEP;
  private long given;

  /**
   * A partition.
   *
   * @param first the oldest offset that is kept
   * @param end the offset behind the newest one to give
   */
  BackwardPartition(TopicPartition partition, long first, long end, Range range) {
    this.partition = partition;
    this.first = first;
    this.range = range;
    this.unread = end;
    this.given = end;
  }

  int number() {
    return partition.partition();
  }

  /** The newest record that was not taken yet; empty at the beginning of the partition. */
  Optional<ConsumerRecord<byte[], byte[]>> peek() {
    while (newestFirst.isEmpty() && unread > first) {
      long from = Math.max(first, unread - step);
      // Behind offsets without records, such as a transaction's end, there is nothing: go on.
      range.read(partition, from, unread).forEach(newestFirst::addFirst);
      unread = from;
      step = Math.min(LARGEST_STEP, step * 4);
    }
    return Optional.ofNullable(newestFirst.peekFirst());
  }

  void take() {
    given = newestFirst.removeFirst().offset();
  }

  /** The offset of the oldest record that was taken, or the end. */
  long given() {
    return given;
  }
}
