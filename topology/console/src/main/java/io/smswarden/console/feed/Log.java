package io.smswarden.console.feed;

import io.smswarden.streams.StateNotReadyException;
import java.time.Instant;
import java.util.Map;

/** Committed records of a topic, to be read from the newest back. */
public interface Log<K, V> {

  /**
   * Where it ends now.
   *
   * @throws StateNotReadyException when that can't be told now
   */
  Positions end();

  /** Some records of a partition that stand right before an offset. */
  Block<K, V> before(int partition, long offset);

  /** Of each partition, the first offset with a record of that time or later. */
  Map<Integer, Long> offsetsAt(Instant time);
}
