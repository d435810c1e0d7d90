package io.smswarden.streams.statistics;

import io.smswarden.schemas.CategoryCounts;
import io.smswarden.schemas.ComplaintStats;
import io.smswarden.schemas.WindowSize;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.TimestampedWindowStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.apache.kafka.streams.state.WindowStoreIterator;

/**
 * Makes weeks of days: when a day's count changes, so do the weeks that end with it or, when it is
 * not the latest day, with one of the six after it.
 */
final class Weeks<K>
    extends ContextualProcessor<Windowed<K>, CategoryCounts, String, ComplaintStats> {

  private static final Duration DAY = Duration.ofDays(1);

  private final String store;
  private final Function<K, Subject> subject;
  private TimestampedWindowStore<K, CategoryCounts> days;

  Weeks(String store, Function<K, Subject> subject) {
    this.store = store;
    this.subject = subject;
  }

  @Override
  public void init(ProcessorContext<String, ComplaintStats> context) {
    super.init(context);
    days = context.getStateStore(store);
  }

  @Override
  public void process(Record<Windowed<K>, CategoryCounts> change) {
    Instant changed = change.key().window().startTime();
    Instant today = Instant.ofEpochMilli(context().currentStreamTimeMs());
    for (int later = 0; later < Statistics.WEEK; later++) {
      Instant last = changed.plus(DAY.multipliedBy(later));
      if (last.isAfter(today)) {
        return;
      }
      KeyValue<String, ComplaintStats> week =
          Statistics.keyed(week(change.key().key(), last.minus(DAY.multipliedBy(6))));
      context().forward(change.withKey(week.key).withValue(week.value));
    }
  }

  private ComplaintStats week(K key, Instant first) {
    CategoryCounts sum = Sums.NONE;
    Instant last = first.plus(DAY.multipliedBy(6));
    try (WindowStoreIterator<ValueAndTimestamp<CategoryCounts>> found =
        days.fetch(key, first, last)) {
      while (found.hasNext()) {
        sum = Sums.of(sum, found.next().value.value());
      }
    }
    return new ComplaintStats(
        subject.apply(key).dimension(),
        subject.apply(key).name(),
        WindowSize.WEEK,
        first,
        last.plus(DAY),
        sum.getWarnings(),
        sum.getComplaints());
  }
}
