package io.smswarden.streams.complaint;

import io.smswarden.filter.Msisdn;
import io.smswarden.schemas.ComplainantLog;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;

/**
 * What is known of those who complain: one log each, kept at the day of the latest reply, so that
 * the store forgets who has not been heard of for its retention.
 */
final class Complainants {

  private static final Instant LAST = Instant.ofEpochMilli(Long.MAX_VALUE);

  private final WindowStore<Msisdn, ComplainantLog> store;

  Complainants(WindowStore<Msisdn, ComplainantLog> store) {
    this.store = store;
  }

  Optional<ComplainantLog> of(Msisdn subscriber) {
    try (WindowStoreIterator<ComplainantLog> latest =
        store.backwardFetch(subscriber, Instant.EPOCH, LAST)) {
      return latest.hasNext() ? Optional.of(latest.next().value) : Optional.empty();
    }
  }

  void replace(Msisdn subscriber, Optional<ComplainantLog> before, ComplainantLog after) {
    long day = day(after);
    before
        .map(Complainants::day)
        .filter(earlier -> earlier != day)
        .ifPresent(earlier -> store.put(subscriber, null, earlier));
    store.put(subscriber, after, day);
  }

  private static long day(ComplainantLog log) {
    return Duration.ofDays(log.getRepliesDay()).toMillis();
  }
}
