package io.smswarden.streams.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.smswarden.schemas.Direction;
import io.smswarden.schemas.Ingress;
import io.smswarden.schemas.SenderKind;
import io.smswarden.schemas.SenderProfile;
import io.smswarden.schemas.SmsEvent;
import java.time.Instant;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

class SingleObjectSerdeTest {

  private static final SmsEvent EVENT =
      new SmsEvent(
          "id-1",
          "+8613900000009",
          "+8613800000001",
          "您的快递已到, reply 1 ❤",
          Instant.ofEpochMilli(1_772_000_000_000L),
          Instant.ofEpochMilli(1_772_000_000_005L),
          Ingress.SMPP,
          Direction.MOBILE_TERMINATED,
          8,
          2);

  private final SingleObjectSerde<SmsEvent> serde = new SingleObjectSerde<>(SmsEvent.class);

  private byte[] encoded() {
    return serde.serializer().serialize("sms.events", EVENT);
  }

  private SmsEvent decoded(byte[] bytes) {
    return serde.deserializer().deserialize("sms.events", bytes);
  }

  @Test
  void whatWasWrittenIsRead() {
    assertThat(decoded(encoded())).isEqualTo(EVENT);
  }

  @Test
  void theBytesAreThoseOfAvrosOwnEncoder() throws Exception {
    var avro = new BinaryMessageEncoder<SmsEvent>(SpecificData.get(), SmsEvent.getClassSchema());
    assertThat(encoded()).isEqualTo(avro.encode(EVENT).array());
  }

  @Test
  void aRecordThatDoesNotFitLeavesNothingBehindForTheNext() {
    SmsEvent broken =
        new SmsEvent(
            "id-2",
            "+8613900000009",
            null,
            "text",
            EVENT.getEventTime(),
            EVENT.getReceivedTime(),
            Ingress.SMPP,
            Direction.MOBILE_TERMINATED,
            8,
            2);
    byte[] expected = encoded();
    assertThatThrownBy(() -> serde.serializer().serialize("sms.events", broken))
        .isInstanceOf(SerializationException.class);
    assertThat(encoded()).isEqualTo(expected);
  }

  @Test
  void noValueStaysNoValue() {
    assertThat(serde.serializer().serialize("sms.events", null)).isNull();
    assertThat(decoded(null)).isNull();
  }

  @Test
  void bytesLeftOverAreAnError() {
    byte[] bytes = encoded();

    assertThatThrownBy(() -> decoded(Arrays.copyOf(bytes, bytes.length + 1)))
        .isInstanceOf(SerializationException.class)
        .hasMessage("bytes are left over behind the record");
  }

  @Test
  void anotherRecordTypeIsNamedInTheError() {
    byte[] profile =
        new SingleObjectSerde<>(SenderProfile.class)
            .serializer()
            .serialize(
                "t", new SenderProfile("s", "o", SenderKind.BANK, true, null, Instant.EPOCH));

    assertThatThrownBy(
            () ->
                new SingleObjectSerde<>(SmsEvent.class, f -> SenderProfile.getClassSchema())
                    .deserializer()
                    .deserialize("sms.events", profile))
        .isInstanceOf(SerializationException.class)
        .hasMessage("a SenderProfile where a SmsEvent is expected");
  }

  @Test
  void anUnknownWriterIsNamedByItsFingerprint() {
    byte[] bytes = encoded();
    bytes[2] ^= 1;

    assertThatThrownBy(() -> decoded(bytes))
        .isInstanceOf(SerializationException.class)
        .hasMessageStartingWith("no released schema has the fingerprint ");
  }

  @Test
  void aRecordOfAnOlderWriterIsReadWithDefaults() throws Exception {
    Schema older =
        new Schema.Parser()
            .parse(
                """
                {"type": "record", "name": "SenderProfile", "namespace": "io.smswarden.schemas",
                 "fields": [
                   {"name": "sender", "type": "string"},
                   {"name": "organisation", "type": "string"},
                   {"name": "registeredAt", "type": {"type": "long", "logicalType": "timestamp-millis"}}
                ]}""");
    GenericRecord record =
        new GenericRecordBuilder(older)
            .set("sender", "95588")
            .set("organisation", "工商银行")
            .set("registeredAt", 0L)
            .build();
    byte[] bytes =
        new BinaryMessageEncoder<GenericRecord>(GenericData.get(), older).encode(record).array();
    long fingerprint = SchemaNormalization.parsingFingerprint64(older);

    SenderProfile read =
        new SingleObjectSerde<>(SenderProfile.class, f -> f == fingerprint ? older : null)
            .deserializer()
            .deserialize("sender.profiles", bytes);

    assertThat(read)
        .isEqualTo(
            new SenderProfile("95588", "工商银行", SenderKind.UNKNOWN, false, null, Instant.EPOCH));
  }

  @Property(tries = 3000)
  void aChangedByteGivesARecordOrASerializationErrorAndNothingElse(
      @ForAll @IntRange(max = 10_000) int place, @ForAll byte change) {
    byte[] bytes = encoded();
    bytes[place % bytes.length] ^= change;

    assertReadOrRejected(bytes);
  }

  @Property(tries = 2000)
  void anyTailBehindAGoodHeaderGivesARecordOrASerializationError(@ForAll byte[] tail) {
    byte[] bytes = Arrays.copyOf(encoded(), 10 + tail.length);
    System.arraycopy(tail, 0, bytes, 10, tail.length);

    assertReadOrRejected(bytes);
  }

  @Test
  void aStringThatClaimsTwoGigabytesIsRejectedWithoutTakingThem() {
    byte[] bytes = Arrays.copyOf(encoded(), 10 + 5 + 4);
    // zig-zag varint of 2^31 - 9
    byte[] length = {(byte) 0xEE, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x0F};
    System.arraycopy(length, 0, bytes, 10, length.length);
    System.arraycopy("text".getBytes(UTF_8), 0, bytes, 15, 4);

    assertThatThrownBy(() -> decoded(bytes)).isInstanceOf(SerializationException.class);
  }

  private void assertReadOrRejected(byte[] bytes) {
    Throwable failure = catchThrowable(() -> decoded(bytes));
    if (failure != null) {
      assertThat(failure).isInstanceOf(SerializationException.class);
    }
  }
}
