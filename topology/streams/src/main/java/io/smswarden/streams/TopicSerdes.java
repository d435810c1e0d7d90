package io.smswarden.streams;

import io.smswarden.streams.format.RegistrySerde;
import io.smswarden.streams.format.SingleObjectSerde;
import java.net.URI;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;

/** Gives the serdes of topics and stores. Safe for use by many threads. */
@FunctionalInterface
public interface TopicSerdes {

  /** The serde of a topic's values. */
  <V extends SpecificRecord> Serde<V> value(Topic<?, V> topic);

  /** The serde of a topic's keys. */
  default <K> Serde<K> key(Topic<K, ?> topic) {
    return topic.key().serde();
  }

  /** The serde of what a store keeps: nobody else reads it, so it needs no registry. */
  static <V extends SpecificRecord> Serde<V> stored(Class<V> type) {
    return new SingleObjectSerde<>(type);
  }

  /** Avro single-object encoding; the writer schema is found by its fingerprint. */
  static TopicSerdes embedded() {
    return new TopicSerdes() {
      @Override
      public <V extends SpecificRecord> Serde<V> value(Topic<?, V> topic) {
        return new SingleObjectSerde<>(topic.value());
      }
    };
  }

  /**
   * Avro with the writer schemas in an Apicurio registry, which the pipeline registers its own
   * with.
   *
   * @param registry address of the registry's API, such as {@code
   *     http://registry:8080/apis/registry/v3}
   */
  static TopicSerdes registry(URI registry) {
    return new TopicSerdes() {
      @Override
      public <V extends SpecificRecord> Serde<V> value(Topic<?, V> topic) {
        return new RegistrySerde<>(registry);
      }
    };
  }
}
