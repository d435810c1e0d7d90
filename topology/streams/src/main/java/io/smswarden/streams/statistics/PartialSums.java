package io.smswarden.streams.statistics;

import io.smswarden.filter.SenderId;
import io.smswarden.schemas.CategoryCounts;
import io.smswarden.streams.Stores;
import io.smswarden.streams.TopicKey;
import io.smswarden.streams.TopicSerdes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Sums marks up by subject and hour for a second, then sends the sums on. The clock on the wall
 * says only when a sum is sent: what it comes to is the same. What was not sent when an instance
 * ends is in the store and sent by the next.
 */
final class PartialSums extends ContextualProcessor<SenderId, Mark, String, CategoryCounts> {

  private static final Duration INTERVAL = Duration.ofSeconds(1);
  private static final long HOUR = Duration.ofHours(1).toMillis();

  private KeyValueStore<String, CategoryCounts> sums;

  /** Sums by subject and hour; empty after each second, a few thousand entries at most. */
  static StoreBuilder<KeyValueStore<String, CategoryCounts>> store() {
    return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
            org.apache.kafka.streams.state.Stores.persistentKeyValueStore(Stores.STATS_PARTIAL),
            TopicKey.TEXT.serde(),
            TopicSerdes.stored(CategoryCounts.class))
        .withCachingEnabled()
        .withLoggingEnabled(Map.of());
  }

  @Override
  public void init(ProcessorContext<String, CategoryCounts> context) {
    super.init(context);
    sums = context.getStateStore(Stores.STATS_PARTIAL);
    context.schedule(INTERVAL, PunctuationType.WALL_CLOCK_TIME, now -> send());
  }

  @Override
  public void process(Record<SenderId, Mark> message) {
    long hour = Math.floorDiv(message.timestamp(), HOUR);
    for (Subject subject : message.value().subjects()) {
      String key = hour + " " + subject.key();
      CategoryCounts before = sums.get(key);
      CategoryCounts one = message.value().counts();
      sums.put(key, before == null ? one : Sums.of(before, one));
    }
  }

  private void send() {
    List<KeyValue<String, CategoryCounts>> all = new ArrayList<>();
    try (KeyValueIterator<String, CategoryCounts> iterator = sums.all()) {
      iterator.forEachRemaining(all::add);
    }
    for (KeyValue<String, CategoryCounts> sum : all) {
      int blank = sum.key.indexOf(' ');
      long hour = Long.parseLong(sum.key.substring(0, blank));
      context().forward(new Record<>(sum.key.substring(blank + 1), sum.value, hour * HOUR));
      sums.delete(sum.key);
    }
  }
}
