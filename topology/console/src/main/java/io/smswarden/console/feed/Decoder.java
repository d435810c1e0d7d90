package io.smswarden.console.feed;

import io.smswarden.streams.Topic;
import io.smswarden.streams.TopicSerdes;
import java.time.Instant;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a topic's bytes entries. */
final class Decoder<K, V extends SpecificRecord> {

  private static final Logger LOG = LoggerFactory.getLogger(Decoder.class);

  private final Deserializer<K> keys;
  private final Deserializer<V> values;

  Decoder(Topic<K, V> topic, TopicSerdes serdes) {
    this.keys = serdes.key(topic).deserializer();
    this.values = serdes.value(topic).deserializer();
  }

  /** Empty for a tombstone, and for what can't be read. */
  Optional<Entry<K, V>> decode(ConsumerRecord<byte[], byte[]> message) {
    return change(message)
        .flatMap(
            entry ->
                entry
                    .value()
                    .map(
                        value ->
                            new Entry<>(
                                entry.partition(),
                                entry.offset(),
                                entry.time(),
                                entry.key(),
                                value)));
  }

  /** The same with tombstones, as entries without a value. */
  Optional<Entry<K, Optional<V>>> change(ConsumerRecord<byte[], byte[]> message) {
    try {
      return Optional.of(
          new Entry<>(
              message.partition(),
              message.offset(),
              Instant.ofEpochMilli(message.timestamp()),
              keys.deserialize(message.topic(), message.headers(), message.key()),
              Optional.ofNullable(
                  values.deserialize(message.topic(), message.headers(), message.value()))));
    } catch (SerializationException | IllegalArgumentException e) {
      LOG.atWarn()
          .addKeyValue("topic", message.topic())
          .addKeyValue("partition", message.partition())
          .addKeyValue("offset", message.offset())
          .addKeyValue("reason", e.getClass().getSimpleName())
          .log("a record that can't be read is not shown");
      return Optional.empty();
    }
  }
}
