package io.smswarden.app.replay;

import io.smswarden.streams.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Keeps a file's checkpoint: a consumer that consumes nothing, for the sake of its group. */
final class Checkpoints implements AutoCloseable {

  private static final TopicPartition PLACE = new TopicPartition(Topics.EVENTS.name(), 0);

  private final Consumer<byte[], byte[]> consumer;

  Checkpoints(Map<String, Object> clientProperties, String group) {
    Map<String, Object> properties = new HashMap<>(clientProperties);
    properties.keySet().retainAll(ConsumerConfig.configNames());
    // The name is the same on both sides, the interface isn't.
    properties.remove(ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG);
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    // Waits for the outcome of a transaction that an interrupted replay left.
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    this.consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** How far earlier replays came; empty when there were none. */
  Optional<Checkpoint> committed() {
    return Checkpoint.of(consumer.committed(Set.of(PLACE)).get(PLACE));
  }

  /** Commits a checkpoint in the producer's transaction. */
  void add(Checkpoint checkpoint, Producer<?, ?> producer) {
    producer.sendOffsetsToTransaction(
        Map.of(PLACE, checkpoint.toOffset()), consumer.groupMetadata());
  }

  @Override
  public void close() {
    consumer.close();
  }
}
