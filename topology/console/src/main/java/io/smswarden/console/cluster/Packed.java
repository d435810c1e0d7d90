package io.smswarden.console.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.smswarden.streams.TopicSerdes;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;

/**
 * Records on their way from one instance to another: Avro single-object encoding, in base64. An
 * instance of an earlier release reads them as well.
 *
 * @param <V> the record's class
 */
public final class Packed<V extends SpecificRecord> {

  private final Serde<V> serde;

  /** Packs records of a class. */
  public Packed(Class<V> type) {
    this.serde = TopicSerdes.stored(type);
  }

  /** A record as text. */
  public String pack(V value) {
    return Base64.getEncoder().encodeToString(serde.serializer().serialize("", value));
  }

  /** The record that {@link #pack} was given. */
  public V unpack(String packed) {
    return serde.deserializer().deserialize("", Base64.getDecoder().decode(packed));
  }

  /** Records as an array. */
  public ArrayNode packAll(Collection<V> values) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    values.forEach(value -> array.add(pack(value)));
    return array;
  }

  /** The records of an array. */
  public List<V> unpackAll(JsonNode array) {
    List<V> values = new ArrayList<>();
    array.forEach(packed -> values.add(unpack(packed.textValue())));
    return values;
  }
}
