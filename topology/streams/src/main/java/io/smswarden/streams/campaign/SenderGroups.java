package io.smswarden.streams.campaign;

import io.smswarden.filter.SenderId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;

/** Which group a sender wrote to last: a complaint names the sender, not the text. */
final class SenderGroups {

  /** What is put within a width replaces what was put before. */
  static final Duration WIDTH = Duration.ofHours(1);

  private final WindowStore<SenderId, String> store;
  private final Duration ttl;

  SenderGroups(WindowStore<SenderId, String> store, Duration ttl) {
    this.store = store;
    this.ttl = ttl;
  }

  void put(SenderId sender, String group, long time) {
    store.put(sender, group, time - time % WIDTH.toMillis());
  }

  /** The group of the last message before a time; empty when there is none within the TTL. */
  Optional<String> lastOf(SenderId sender, long time) {
    Instant to = Instant.ofEpochMilli(time);
    try (WindowStoreIterator<String> last = store.backwardFetch(sender, to.minus(ttl), to)) {
      return last.hasNext() ? Optional.of(last.next().value) : Optional.empty();
    }
  }
}
