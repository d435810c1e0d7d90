package io.smswarden.console.feed;

import java.time.Instant;
import java.util.Map;

/** All records of a topic that Kafka still has; each call asks the cluster. */
interface TopicHistory<K, V> {

  /** Records before an offset; {@code from == to} when there are none any more. */
  Block<K, V> before(int partition, long offset, int most);

  /**
   * Records from an offset on.
   *
   * @param end behind the last one that is wanted
   * @return its {@code from} is greater than the offset when some were deleted
   */
  Block<K, V> after(int partition, long offset, long end, int most);

  /** Of each partition, the first offset with a record of that time or later. */
  Map<Integer, Long> offsetsAt(Instant time);
}
