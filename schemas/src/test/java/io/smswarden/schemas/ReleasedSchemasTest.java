package io.smswarden.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;

class ReleasedSchemasTest {

  @Test
  void aReleasedSchemaIsFoundByItsFingerprint() {
    assertThat(ReleasedSchemas.byRelease()).isNotEmpty();
    assertThat(ReleasedSchemas.byRelease().values())
        .allSatisfy(
            records ->
                assertThat(records)
                    .isNotEmpty()
                    .allSatisfy(
                        record ->
                            assertThat(ReleasedSchemas.find(fingerprint(record)))
                                .contains(record)));
  }

  @Test
  void aFingerprintThatWasNeverReleasedIsNotFound() {
    Schema stranger =
        new Schema.Parser().parse("{\"type\":\"record\",\"name\":\"Stranger\",\"fields\":[]}");

    assertThat(ReleasedSchemas.find(fingerprint(stranger))).isEmpty();
    assertThat(ReleasedSchemas.store().findByFingerprint(fingerprint(stranger))).isNull();
  }

  @Test
  void aRecordOfTheFirstReleaseIsReadByTheClassesOfToday() throws IOException {
    Schema written = released("0.1.0", "Complaint");
    GenericRecord complaint =
        new GenericRecordBuilder(written)
            .set("id", "c-1")
            .set("sender", "10655059876")
            .set("complainant", "+8613800138000")
            .set("complainedAt", Instant.parse("2026-11-24T08:00:00Z").toEpochMilli())
            .build();

    TrustedClasses.trust();
    Complaint read = decoder().decode(encoded(written, complaint));

    assertThat(read.getId()).isEqualTo("c-1");
    assertThat(read.getCategory()).isEqualTo(Category.UNKNOWN);
    assertThat(read.getMessageId()).isNull();
    assertThat(read.getComplainedAt()).isEqualTo("2026-11-24T08:00:00Z");
  }

  /** Knows no other schema than its own, but for the store. */
  private static BinaryMessageDecoder<Complaint> decoder() {
    return new BinaryMessageDecoder<>(
        SpecificData.getForClass(Complaint.class),
        Complaint.getClassSchema(),
        ReleasedSchemas.store());
  }

  private static ByteBuffer encoded(Schema schema, GenericRecord value) throws IOException {
    return new BinaryMessageEncoder<GenericRecord>(GenericData.get(), schema).encode(value);
  }

  private static Schema released(String release, String name) {
    return ReleasedSchemas.byRelease().get(release).stream()
        .filter(record -> record.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static long fingerprint(Schema schema) {
    return SchemaNormalization.parsingFingerprint64(schema);
  }
}
