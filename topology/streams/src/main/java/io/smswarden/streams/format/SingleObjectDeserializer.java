package io.smswarden.streams.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.message.SchemaStore;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads single-object encoded records, and unlike Avro's own reader takes nothing for whole that
 * has bytes left over. Safe for use by many threads.
 */
final class SingleObjectDeserializer<V extends SpecificRecord> implements Deserializer<V> {

  private final SpecificData model;
  private final Schema schema;
  private final SchemaStore writers;
  private final long fingerprint;
  // A datum reader resolves schemas fastest on the thread that made it.
  private final ThreadLocal<Reading> readings = ThreadLocal.withInitial(Reading::new);

  SingleObjectDeserializer(SpecificData model, Schema schema, SchemaStore writers) {
    this.model = model;
    this.schema = schema;
    this.writers = writers;
    this.fingerprint = SchemaNormalization.parsingFingerprint64(schema);
  }

  @Override
  public V deserialize(String topic, byte[] bytes) {
    if (bytes == null) {
      return null;
    }
    if (bytes.length < SingleObjectHeader.LENGTH) {
      throw new SerializationException(
          bytes.length
              + " bytes are too few for an Avro single-object header of "
              + SingleObjectHeader.LENGTH);
    }
    ByteBuffer header = ByteBuffer.wrap(bytes, 0, SingleObjectHeader.LENGTH);
    if (header.getShort() != SingleObjectHeader.MARKER) {
      throw new SerializationException(
          "not Avro single-object encoding: the marker C3 01 is missing");
    }
    long writer = header.order(ByteOrder.LITTLE_ENDIAN).getLong();
    try {
      return readings.get().read(bytes, writer);
    } catch (IOException | RuntimeException e) {
      throw e instanceof SerializationException known
          ? known
          : new SerializationException(
              "the bytes do not fit the schema " + schema.getFullName() + " they were written with",
              e);
    }
  }

  private DatumReader<V> readerOf(long writer) {
    Schema written = writer == fingerprint ? schema : writers.findByFingerprint(writer);
    if (written == null) {
      throw new SerializationException(
          "no released schema has the fingerprint %016x".formatted(writer));
    }
    if (!written.getFullName().equals(schema.getFullName())) {
      throw new SerializationException(
          "a %s where a %s is expected".formatted(written.getName(), schema.getName()));
    }
    @SuppressWarnings("unchecked") // The model reads the class it was made for.
    DatumReader<V> reader = (DatumReader<V>) model.createDatumReader(written, schema);
    return reader;
  }

  /** What one thread reuses. */
  private final class Reading {
    private final Map<Long, DatumReader<V>> readers = new HashMap<>();
    private BinaryDecoder decoder;

    private V read(byte[] bytes, long writer) throws IOException {
      DatumReader<V> reader =
          readers.computeIfAbsent(writer, SingleObjectDeserializer.this::readerOf);
      decoder =
          DecoderFactory.get()
              .binaryDecoder(
                  bytes,
                  SingleObjectHeader.LENGTH,
                  bytes.length - SingleObjectHeader.LENGTH,
                  decoder);
      V value = reader.read(null, decoder);
      if (!decoder.isEnd()) {
        throw new SerializationException("bytes are left over behind the record");
      }
      return value;
    }
  }
}
