package io.smswarden.app.replay;

import io.smswarden.filter.SmsText;
import io.smswarden.schemas.ComplaintReport;
import io.smswarden.schemas.Direction;
import io.smswarden.schemas.Ingress;
import io.smswarden.schemas.ReportChannel;
import io.smswarden.schemas.SmsEvent;
import io.smswarden.streams.Topic;
import io.smswarden.streams.TopicSerdes;
import io.smswarden.streams.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Makes records of what lines say. */
final class Records {

  /** Brokers delete by a record's timestamp: an older message might be gone before it is read. */
  private static final Duration FRESH = Duration.ofDays(1);

  private final TopicSerdes serdes;
  private final InstantSource clock;

  Records(TopicSerdes serdes, InstantSource clock) {
    this.serdes = serdes;
    this.clock = clock;
  }

  /**
   * The record of a line.
   *
   * @throws IllegalArgumentException when the line was rejected
   */
  ProducerRecord<byte[], byte[]> of(String id, ParsedLine line) {
    Instant now = clock.instant();
    if (line instanceof ParsedLine.Sms sms) {
      return record(Topics.EVENTS, sms.sender(), event(id, sms, now), sms.eventTime(), now);
    }
    if (line instanceof ParsedLine.Complaint complaint) {
      return record(
          Topics.REPORTS,
          complaint.complainant(),
          report(id, complaint),
          complaint.reportedAt(),
          now);
    }
    throw new IllegalArgumentException("a line that was rejected is no record");
  }

  private static SmsEvent event(String id, ParsedLine.Sms sms, Instant received) {
    return SmsEvent.newBuilder()
        .setId(id)
        .setSender(sms.sender().value())
        .setRecipient(sms.recipient().value())
        .setText(sms.text().value())
        .setEventTime(sms.eventTime())
        .setReceivedTime(received)
        .setIngress(Ingress.FILE)
        .setDirection(Direction.MOBILE_TERMINATED)
        .build();
  }

  private static ComplaintReport report(String id, ParsedLine.Complaint complaint) {
    return ComplaintReport.newBuilder()
        .setId(id)
        .setComplainant(complaint.complainant().value())
        .setChannel(ReportChannel.FILE)
        .setText(complaint.text().map(SmsText::value).orElse(null))
        .setSender(complaint.sender().map(sender -> sender.value()).orElse(null))
        .setMessageId(complaint.messageId().orElse(null))
        .setCategory(complaint.category())
        .setReportedAt(complaint.reportedAt())
        .build();
  }

  private <K, V extends SpecificRecord> ProducerRecord<byte[], byte[]> record(
      Topic<K, V> topic, K key, V value, Instant time, Instant now) {
    boolean fresh = !time.isBefore(now.minus(FRESH)) && !time.isAfter(now);
    return new ProducerRecord<>(
        topic.name(),
        null,
        (fresh ? time : now).toEpochMilli(),
        serdes.key(topic).serializer().serialize(topic.name(), key),
        serdes.value(topic).serializer().serialize(topic.name(), value));
  }
}
