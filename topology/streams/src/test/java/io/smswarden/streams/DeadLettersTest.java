package io.smswarden.streams;

import static io.smswarden.streams.Pipeline.NOON;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.smswarden.filter.SenderId;
import io.smswarden.schemas.DeadLetter;
import io.smswarden.schemas.DeadLetterReason;
import io.smswarden.schemas.SmsEvent;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeadLettersTest {

  private static final String SENDER = "+8613900000009";
  private static final byte[] KEY = SENDER.getBytes(UTF_8);

  private final Pipeline pipeline = new Pipeline();

  @AfterEach
  void close() {
    pipeline.close();
  }

  @Test
  void aRecordThatIsNoAvroIsKeptWithItsBytesAndTheStreamGoesOn() {
    pipeline.bytes(Topics.EVENTS, KEY, "{\"json\":1}".getBytes(UTF_8));
    pipeline.sms(SENDER, "hello", NOON);

    DeadLetter letter = theOnlyDeadLetter();

    assertThat(letter.getReason()).isEqualTo(DeadLetterReason.UNREADABLE);
    assertThat(letter.getDetail()).contains("marker C3 01");
    assertThat(letter.getOriginTopic()).isEqualTo("sms.events");
    assertThat(letter.getOriginPartition()).isZero();
    assertThat(letter.getOriginOffset()).isZero();
    assertThat(letter.getOriginTimestamp()).isEqualTo(NOON);
    assertThat(letter.getKey()).isEqualTo(ByteBuffer.wrap(KEY));
    assertThat(letter.getValue()).isEqualTo(ByteBuffer.wrap("{\"json\":1}".getBytes(UTF_8)));
    assertThat(pipeline.read(Topics.VERDICTS)).hasSize(1);
    assertThat(pipeline.observed).containsExactly("UNREADABLE sms.events", "judged NORMAL");
  }

  @Test
  void aRecordCutShortIsUnreadable() {
    byte[] whole = pipeline.encoded(Topics.EVENTS, pipeline.event(SENDER, "hello", NOON));

    pipeline.bytes(Topics.EVENTS, KEY, java.util.Arrays.copyOf(whole, whole.length - 3));

    assertThat(theOnlyDeadLetter().getReason()).isEqualTo(DeadLetterReason.UNREADABLE);
  }

  @Test
  void aBlankKeyIsUnreadable() {
    pipeline.bytes(
        Topics.EVENTS,
        " ".getBytes(UTF_8),
        pipeline.encoded(Topics.EVENTS, pipeline.event(SENDER, "hello", NOON)));

    assertThat(theOnlyDeadLetter().getReason()).isEqualTo(DeadLetterReason.UNREADABLE);
  }

  @Test
  void aRecordThatFailsInScoringIsKeptAndItsTextIsNotInTheDetail() {
    pipeline.sms(SENDER, "EXPLODE", NOON);
    pipeline.sms(SENDER, "hello", NOON);

    DeadLetter letter = theOnlyDeadLetter();

    assertThat(letter.getReason()).isEqualTo(DeadLetterReason.PROCESSING_FAILED);
    assertThat(letter.getDetail()).isEqualTo("java.lang.IllegalStateException");
    assertThat(pipeline.read(Topics.VERDICTS)).hasSize(1);
  }

  @Test
  void aKeyThatIsNotTheSenderIsRejected() {
    pipeline.put(Topics.EVENTS, new SenderId("95588"), pipeline.event(SENDER, "hello", NOON));

    assertRejected("the record's key is not the sender in its value");
  }

  @Test
  void anEventWithoutKeyIsRejected() {
    pipeline.bytes(
        Topics.EVENTS,
        null,
        pipeline.encoded(Topics.EVENTS, pipeline.event(SENDER, "hello", NOON)));

    assertRejected("the record has no key; the key must be the sender");
  }

  @Test
  void anEventWithoutValueIsRejected() {
    pipeline.put(Topics.EVENTS, new SenderId(SENDER), null);

    assertRejected("the record has no value");
  }

  @Test
  void anEventBeforeTheEpochIsRejected() {
    pipeline.sms(SENDER, "hello", Instant.ofEpochMilli(-1));

    assertRejected("the event time is before 1970");
  }

  @Test
  void aTextLongerThanAnyConcatenatedMessageIsRejected() {
    pipeline.sms(SENDER, "a".repeat(255 * 153 + 1), NOON);

    assertRejected("the text is longer than the 39015 characters of 255 parts");
  }

  @Test
  void anEventWithoutRecipientIsRejected() {
    SmsEvent event =
        SmsEvent.newBuilder(pipeline.event(SENDER, "hello", NOON)).setRecipient("").build();
    pipeline.put(Topics.EVENTS, new SenderId(SENDER), event);

    assertRejected("the event has no recipient");
  }

  @Test
  void anUnreadableComplaintOrProfileOrReputationIsKeptAsWell() {
    byte[] junk = {1, 2, 3};
    pipeline.bytes(Topics.COMPLAINTS, KEY, junk);
    pipeline.bytes(Topics.PROFILES, KEY, junk);
    pipeline.bytes(Topics.REPUTATION, KEY, junk);

    assertThat(pipeline.read(Topics.DEAD_LETTERS))
        .extracting(DeadLetter::getOriginTopic)
        .containsExactly("complaints", "sender.profiles", "sender.reputation");
  }

  private void assertRejected(String detail) {
    DeadLetter letter = theOnlyDeadLetter();
    assertThat(letter.getReason()).isEqualTo(DeadLetterReason.PROCESSING_FAILED);
    assertThat(letter.getDetail()).isEqualTo(detail);
    assertThat(pipeline.read(Topics.VERDICTS)).isEmpty();
  }

  private DeadLetter theOnlyDeadLetter() {
    var letters = pipeline.read(Topics.DEAD_LETTERS);
    assertThat(letters).hasSize(1);
    return letters.get(0);
  }
}
