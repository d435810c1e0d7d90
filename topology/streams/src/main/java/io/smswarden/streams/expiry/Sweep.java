package io.smswarden.streams.expiry;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Goes round a store of many keys and deletes what is idle, some thousand keys at a time, so that
 * it never holds up the stream for long. Ten million keys in 24 partitions are gone round in two
 * days of stream time.
 */
public final class Sweep<K, V> {

  /** How often, in stream time, {@link #next} is to be called. */
  public static final Duration INTERVAL = Duration.ofHours(1);

  private static final int BATCH = 10_000;

  private final KeyValueStore<K, V> store;
  private final BiPredicate<V, Instant> idle;
  private K from;

  /**
   * A sweep that begins with the first key.
   *
   * @param idle whether a value is no longer needed at an event time
   */
  public Sweep(KeyValueStore<K, V> store, BiPredicate<V, Instant> idle) {
    this.store = Objects.requireNonNull(store, "store");
    this.idle = Objects.requireNonNull(idle, "idle");
  }

  /** Deletes the idle ones of the next keys and gives these. */
  public List<K> next(Instant now) {
    List<K> gone = new ArrayList<>();
    try (KeyValueIterator<K, V> keys = from == null ? store.all() : store.range(from, null)) {
      for (int i = 0; i < BATCH && keys.hasNext(); i++) {
        KeyValue<K, V> entry = keys.next();
        if (idle.test(entry.value, now)) {
          gone.add(entry.key);
        }
      }
      from = keys.hasNext() ? keys.peekNextKey() : null;
    }
    gone.forEach(store::delete);
    return gone;
  }
}
