package io.smswarden.streams.check;

import io.smswarden.filter.SenderId;
import io.smswarden.schemas.SmsEvent;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/**
 * Lets records pass whose key is the sender they speak of; another key would send a sender's
 * records to different instances. What fails ends in the dead letters.
 */
public final class Check<V> extends ContextualFixedKeyProcessor<SenderId, V, V> {

  /**
   * Longest text of a concatenated message: 255 parts of 153 septets (3GPP TS 23.040, 9.2.3.24.1).
   */
  private static final int LONGEST_TEXT = 255 * 153;

  private final Function<V, String> sender;
  private final Consumer<V> more;
  private final boolean tombstones;

  private Check(Function<V, String> sender, Consumer<V> more, boolean tombstones) {
    this.sender = sender;
    this.more = more;
    this.tombstones = tombstones;
  }

  /** The check of messages. */
  public static FixedKeyProcessorSupplier<SenderId, SmsEvent, SmsEvent> events() {
    return () -> new Check<>(SmsEvent::getSender, Check::event, false);
  }

  /** The check of records that speak of a sender. */
  public static <V> FixedKeyProcessorSupplier<SenderId, V, V> sender(Function<V, String> sender) {
    return () -> new Check<>(sender, value -> {}, false);
  }

  /** The same, where a record without a value ends what an earlier one said. */
  public static <V> FixedKeyProcessorSupplier<SenderId, V, V> senderOrTombstone(
      Function<V, String> sender) {
    return () -> new Check<>(sender, value -> {}, true);
  }

  @Override
  public void process(FixedKeyRecord<SenderId, V> message) {
    SenderId key = message.key();
    V value = message.value();
    if (key == null) {
      throw new InvalidRecordException("the record has no key; the key must be the sender");
    }
    if (value != null) {
      if (!key.value().equals(sender.apply(value))) {
        throw new InvalidRecordException("the record's key is not the sender in its value");
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
    if (event.getText().length() > LONGEST_TEXT) {
      throw new InvalidRecordException(
          "the text is longer than the %d characters of 255 parts".formatted(LONGEST_TEXT));
    }
  }
}
