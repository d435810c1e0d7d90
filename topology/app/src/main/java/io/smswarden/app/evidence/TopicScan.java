package io.smswarden.app.evidence;

import io.smswarden.app.config.Configuration;
import io.smswarden.filter.evidence.Fault;
import io.smswarden.streams.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a topic's committed records from the oldest that is kept to where it ends now. */
final class TopicScan<K, V extends SpecificRecord> {

  private static final Duration POLL = Duration.ofMillis(500);

  private final Configuration configuration;
  private final Topic<K, V> topic;

  TopicScan(Configuration configuration, Topic<K, V> topic) {
    this.configuration = configuration;
    this.topic = topic;
  }

  /** Behind the last committed record of each partition. */
  Map<TopicPartition, Long> committedEnds() {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer("read_committed")) {
      return consumer.endOffsets(partitions(consumer));
    }
  }

  /** Whether retention has taken the oldest records. */
  boolean oldestGone() {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer("read_committed")) {
      return consumer.beginningOffsets(partitions(consumer)).values().stream()
          .anyMatch(offset -> offset > 0);
    }
  }

  /** Gives each record; what can't be read is a fault. */
  void each(Consumer<Found<K, V>> taker, Consumer<Fault> faults) {
    each(Map.of(), taker, faults);
  }

  /**
   * The same, and tells which lie behind some ends.
   *
   * @param asked ends that were asked for earlier
   */
  void each(Map<TopicPartition, Long> asked, Consumer<Found<K, V>> taker, Consumer<Fault> faults) {
    // What a transaction wrote is waited for until it has ended: it may have ended elsewhere.
    Map<TopicPartition, Long> ends;
    try (KafkaConsumer<byte[], byte[]> all = consumer("read_uncommitted")) {
      ends = all.endOffsets(partitions(all));
    }
    try (KafkaConsumer<byte[], byte[]> consumer = consumer("read_committed")) {
      consumer.assign(ends.keySet());
      consumer.seekToBeginning(ends.keySet());
      while (ends.keySet().stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        for (ConsumerRecord<byte[], byte[]> message : consumer.poll(POLL)) {
          TopicPartition partition = new TopicPartition(message.topic(), message.partition());
          if (message.offset() < ends.get(partition)) {
            boolean beyond = message.offset() >= asked.getOrDefault(partition, Long.MAX_VALUE);
            decode(message, beyond, taker, faults);
          }
        }
      }
    }
  }

  private void decode(
      ConsumerRecord<byte[], byte[]> message,
      boolean beyond,
      Consumer<Found<K, V>> taker,
      Consumer<Fault> faults) {
    String where = "%s %d/%d".formatted(message.topic(), message.partition(), message.offset());
    K key;
    V value;
    try {
      key =
          configuration
              .serdes()
              .key(topic)
              .deserializer()
              .deserialize(message.topic(), message.headers(), message.key());
      value =
          configuration
              .serdes()
              .value(topic)
              .deserializer()
              .deserialize(message.topic(), message.headers(), message.value());
    } catch (SerializationException | IllegalArgumentException e) {
      faults.accept(Fault.at(where, Fault.Kind.UNREADABLE, "it is no record of this topic"));
      return;
    }
    if (key == null) {
      faults.accept(Fault.at(where, Fault.Kind.UNREADABLE, "it has no key"));
    } else {
      taker.accept(new Found<>(key, value, where, beyond));
    }
  }

  private List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer) {
    return consumer.partitionsFor(topic.name()).stream()
        .map(info -> new TopicPartition(info.topic(), info.partition()))
        .toList();
  }

  private KafkaConsumer<byte[], byte[]> consumer(String isolation) {
    Map<String, Object> properties = new HashMap<>(configuration.forConsumer());
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation);
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
    return new KafkaConsumer<>(
        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
