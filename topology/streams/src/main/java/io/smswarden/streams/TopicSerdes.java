package io.smswarden.streams;

import io.smswarden.streams.format.SingleObjectSerde;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;

/** Gives the serdes of topics and stores. Safe for use by many threads. */
public interface TopicSerdes {

  /** The serde of values of a record type, wherever they are kept. */
  <V extends SpecificRecord> Serde<V> of(Class<V> type);

  /** The serde of a topic's keys. */
  default <K> Serde<K> key(Topic<K, ?> topic) {
    return topic.key().serde();
  }

  /** The serde of a topic's values. */
  default <V extends SpecificRecord> Serde<V> value(Topic<?, V> topic) {
    return of(topic.value());
  }

  /** Avro single-object encoding; the writer schema is found by its fingerprint. */
  static TopicSerdes embedded() {
    return new TopicSerdes() {
      @Override
      public <V extends SpecificRecord> Serde<V> of(Class<V> type) {
        return new SingleObjectSerde<>(type, fingerprint -> null);
      }
    };
  }
}
