package io.smswarden.streams;

import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;

/**
 * A topic of the pipeline, with what its records hold. Partitions, retention and clean-up are data:
 * {@code deploy/topics.yaml}.
 *
 * @param <K> type of the key
 * @param <V> type of the value
 * @param name the topic's name
 * @param key what the key is
 * @param value the value's Avro class
 */
public record Topic<K, V extends SpecificRecord>(String name, TopicKey<K> key, Class<V> value) {

  public Topic {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(value, "value");
  }
}
