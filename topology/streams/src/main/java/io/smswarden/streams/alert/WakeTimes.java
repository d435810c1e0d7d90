package io.smswarden.streams.alert;

import io.smswarden.filter.Msisdn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Subscribers by the time at which something of theirs is due. */
final class WakeTimes {

  private static final byte[] NOTHING = {};

  private final KeyValueStore<String, byte[]> store;

  WakeTimes(KeyValueStore<String, byte[]> store) {
    this.store = store;
  }

  void add(Instant time, Msisdn subscriber) {
    store.put(key(time) + subscriber.value(), NOTHING);
  }

  void forget(Instant time, Msisdn subscriber) {
    store.delete(key(time) + subscriber.value());
  }

  /** What is due at a time, the earliest first. */
  List<KeyValue<Instant, Msisdn>> until(Instant time) {
    List<KeyValue<Instant, Msisdn>> due = new ArrayList<>();
    try (KeyValueIterator<String, byte[]> all = store.range(null, key(time.plusMillis(1)))) {
      all.forEachRemaining(
          entry -> {
            int split = entry.key.indexOf(' ');
            due.add(
                KeyValue.pair(
                    Instant.ofEpochMilli(Long.parseLong(entry.key.substring(0, split))),
                    new Msisdn(entry.key.substring(split + 1))));
          });
    }
    return due;
  }

  /** Digits that sort as the times do, up to the year 2286. */
  private static String key(Instant time) {
    return "%013d ".formatted(Math.max(time.toEpochMilli(), 0));
  }
}
