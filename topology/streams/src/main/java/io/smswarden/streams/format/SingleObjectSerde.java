package io.smswarden.streams.format;

import io.smswarden.schemas.ReleasedSchemas;
import io.smswarden.schemas.TrustedClasses;
import org.apache.avro.Schema;
import org.apache.avro.message.SchemaStore;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Avro single-object encoding (Avro 1.12 specification, "Single-object encoding"): two marker
 * bytes, the writer schema's CRC-64-AVRO fingerprint, the binary record.
 *
 * @param <V> the record's class
 */
public final class SingleObjectSerde<V extends SpecificRecord> implements Serde<V> {

  static {
    TrustedClasses.trust();
  }

  private final SingleObjectSerializer<V> serializer;
  private final SingleObjectDeserializer<V> deserializer;

  /** A serde of a generated record class, which reads what any released version of it wrote. */
  public SingleObjectSerde(Class<V> type) {
    this(type, ReleasedSchemas.store());
  }

  /**
   * The same with other writers.
   *
   * @param writers finds the schemas that records may have been written with
   */
  SingleObjectSerde(Class<V> type, SchemaStore writers) {
    SpecificData model = SpecificData.getForClass(type);
    Schema schema = model.getSchema(type);
    this.serializer = new SingleObjectSerializer<>(model, schema);
    this.deserializer = new SingleObjectDeserializer<>(model, schema, writers);
  }

  @Override
  public Serializer<V> serializer() {
    return serializer;
  }

  @Override
  public Deserializer<V> deserializer() {
    return deserializer;
  }
}
