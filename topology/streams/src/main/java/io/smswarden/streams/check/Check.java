package io.smswarden.streams.check;

import io.smswarden.filter.Msisdn;
import io.smswarden.filter.SenderId;
import io.smswarden.schemas.ComplaintReport;
import io.smswarden.schemas.SmsEvent;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/**
 * Lets records pass whose key is the sender or subscriber they speak of; another key would send
 * one's records to different instances. What fails ends in the dead letters.
 */
public final class Check<K, V> extends ContextualFixedKeyProcessor<K, V, V> {

  /**
   * Longest text of a concatenated message: 255 parts of 153 septets (3GPP TS 23.040, 9.2.3.24.1).
   */
  private static final int LONGEST_TEXT = 255 * 153;

  private final Function<K, String> key;
  private final Function<V, String> subject;
  private final String what;
  private final Consumer<V> more;
  private final boolean tombstones;

  private Check(
      Function<K, String> key,
      Function<V, String> subject,
      String what,
      Consumer<V> more,
      boolean tombstones) {
    this.key = key;
    this.subject = subject;
    this.what = what;
    this.more = more;
    this.tombstones = tombstones;
  }

  /** The check of messages. */
  public static FixedKeyProcessorSupplier<SenderId, SmsEvent, SmsEvent> events() {
    return () -> new Check<>(SenderId::value, SmsEvent::getSender, "sender", Check::event, false);
  }

  /** The check of reports. */
  public static FixedKeyProcessorSupplier<Msisdn, ComplaintReport, ComplaintReport> reports() {
    return () ->
        new Check<>(
            Msisdn::value, ComplaintReport::getComplainant, "complainant", Check::report, false);
  }

  /** The check of records that speak of a sender. */
  public static <V> FixedKeyProcessorSupplier<SenderId, V, V> sender(Function<V, String> sender) {
    return () -> new Check<>(SenderId::value, sender, "sender", value -> {}, false);
  }

  /** The same, where a record without a value ends what an earlier one said. */
  public static <V> FixedKeyProcessorSupplier<SenderId, V, V> senderOrTombstone(
      Function<V, String> sender) {
    return () -> new Check<>(SenderId::value, sender, "sender", value -> {}, true);
  }

  @Override
  public void process(FixedKeyRecord<K, V> message) {
    V value = message.value();
    if (message.key() == null) {
      throw new InvalidRecordException("the record has no key; the key must be the " + what);
    }
    if (value != null) {
      if (!key.apply(message.key()).equals(subject.apply(value))) {
        throw new InvalidRecordException("the record's key is not the " + what + " in its value");
      }
      more.accept(value);
    } else if (!tombstones) {
      throw new InvalidRecordException("the record has no value");
    }
    context().forward(message);
  }

  private static void event(SmsEvent event) {
    if (event.getEventTime().toEpochMilli() < 0) {
      throw new InvalidRecordException("the event time is before 1970");
    }
    if (event.getRecipient().isBlank()) {
      throw new InvalidRecordException("the event has no recipient");
    }
    text(event.getText());
  }

  private static void report(ComplaintReport report) {
    if (report.getReportedAt().toEpochMilli() < 0) {
      throw new InvalidRecordException("the report is of before 1970");
    }
    if (report.getText() != null) {
      text(report.getText());
    }
  }

  private static void text(String text) {
    if (text.length() > LONGEST_TEXT) {
      throw new InvalidRecordException(
          "the text is longer than the %d characters of 255 parts".formatted(LONGEST_TEXT));
    }
  }
}
