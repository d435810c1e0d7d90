package io.smswarden.streams.statistics;

import io.smswarden.filter.SenderId;
import io.smswarden.filter.complaint.ComplaintJump;
import io.smswarden.schemas.CategoryCounts;
import io.smswarden.schemas.SenderAnomaly;
import io.smswarden.streams.Stores;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.TimestampedWindowStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.apache.kafka.streams.state.WindowStoreIterator;

/** Sees a sender's hour against its past week; what comes late changes the hour it belongs to. */
final class Anomalies
    extends ContextualProcessor<Windowed<SenderId>, CategoryCounts, String, SenderAnomaly> {

  private static final Duration PAST = Duration.ofDays(Statistics.WEEK);

  private TimestampedWindowStore<SenderId, CategoryCounts> hours;

  @Override
  public void init(ProcessorContext<String, SenderAnomaly> context) {
    super.init(context);
    hours = context.getStateStore(Stores.STATS_HOUR);
  }

  @Override
  public void process(Record<Windowed<SenderId>, CategoryCounts> change) {
    long complaints = complaints(change.value());
    if (complaints == 0) {
      return;
    }
    SenderId sender = change.key().key();
    Instant hour = change.key().window().startTime();
    ComplaintJump jump = ComplaintJump.of(complaints, before(sender, hour), PAST.toHours());
    if (jump.anomalous()) {
      context()
          .forward(
              change
                  .withKey(sender.value() + "@" + hour)
                  .withValue(
                      new SenderAnomaly(
                          sender.value(), hour, complaints, jump.expected(), jump.probability())));
    }
  }

  private long before(SenderId sender, Instant hour) {
    long sum = 0;
    try (WindowStoreIterator<ValueAndTimestamp<CategoryCounts>> past =
        hours.fetch(sender, hour.minus(PAST), hour.minusMillis(1))) {
      while (past.hasNext()) {
        sum += complaints(past.next().value.value());
      }
    }
    return sum;
  }

  private static long complaints(CategoryCounts counts) {
    return counts.getComplaints().values().stream().mapToLong(Long::longValue).sum();
  }
}
