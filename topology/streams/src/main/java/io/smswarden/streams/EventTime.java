package io.smswarden.streams;

import io.smswarden.schemas.Complaint;
import io.smswarden.schemas.ComplaintReport;
import io.smswarden.schemas.SmsEvent;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * The time that the record speaks of. It is never far ahead of the record's own timestamp, which
 * brokers check against their clock: one event dated in the future would close every window of its
 * partition.
 */
final class EventTime implements TimestampExtractor {

  /** Clocks and time zones of ingresses err by less. */
  private static final long AHEAD = Duration.ofDays(1).toMillis();

  @Override
  public long extract(ConsumerRecord<Object, Object> message, long partitionTime) {
    long produced = Math.max(message.timestamp(), 0);
    long said = said(message.value(), produced);
    return said < 0 ? produced : Math.min(said, produced + AHEAD);
  }

  private static long said(Object value, long otherwise) {
    if (value instanceof SmsEvent event) {
      return event.getEventTime().toEpochMilli();
    }
    if (value instanceof ComplaintReport report) {
      return report.getReportedAt().toEpochMilli();
    }
    return value instanceof Complaint complaint
        ? complaint.getComplainedAt().toEpochMilli()
        : otherwise;
  }
}
