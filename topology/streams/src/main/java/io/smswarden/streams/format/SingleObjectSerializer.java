package io.smswarden.streams.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Writes single-object encoded records through a buffer, where Avro's own writer takes each byte by
 * itself. Safe for use by many threads.
 */
final class SingleObjectSerializer<V extends SpecificRecord> implements Serializer<V> {

  private final byte[] header;
  private final DatumWriter<V> writer;
  private final ThreadLocal<Writing> writings = ThreadLocal.withInitial(Writing::new);

  SingleObjectSerializer(SpecificData model, Schema schema) {
    this.header =
        ByteBuffer.allocate(SingleObjectHeader.LENGTH)
            .putShort(SingleObjectHeader.MARKER)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(SchemaNormalization.parsingFingerprint64(schema))
            .array();
    @SuppressWarnings("unchecked") // The model writes the class it was made for.
    DatumWriter<V> writer = (DatumWriter<V>) model.createDatumWriter(schema);
    this.writer = writer;
  }

  @Override
  public byte[] serialize(String topic, V value) {
    if (value == null) {
      return null;
    }
    try {
      return writings.get().write(value);
    } catch (IOException | RuntimeException e) {
      writings.remove();
      throw new SerializationException("the record does not fit its schema", e);
    }
  }

  /** What one thread reuses. */
  private final class Writing {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    private final BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);

    private byte[] write(V value) throws IOException {
      bytes.reset();
      bytes.write(header);
      writer.write(value, encoder);
      encoder.flush();
      return bytes.toByteArray();
    }
  }
}
