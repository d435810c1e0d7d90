package io.smswarden.app.demo;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Knows whether records wait between two parts of the topology. */
final class Repartitions {

  private static final Duration POLL = Duration.ofMillis(100);
  private static final String SUFFIX = "-repartition";

  private final Map<String, Object> client;

  /**
   * Looks into repartition topics.
   *
   * @param client properties of the connection
   */
  Repartitions(Map<String, Object> client) {
    this.client = new HashMap<>(client);
    this.client.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    this.client.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
  }

  /**
   * Whether everything in them is processed. Offsets alone don't tell: transactions' end marks may
   * stand behind the last record.
   *
   * @param committed up to where each partition was processed
   */
  boolean empty(Map<TopicPartition, OffsetAndMetadata> committed) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          committed.keySet().stream()
              .map(TopicPartition::topic)
              .filter(topic -> topic.endsWith(SUFFIX))
              .distinct()
              .flatMap(topic -> consumer.partitionsFor(topic).stream())
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      for (TopicPartition partition : partitions) {
        OffsetAndMetadata offset = committed.get(partition);
        consumer.seek(partition, offset == null ? 0 : offset.offset());
      }
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        if (!consumer.poll(POLL).isEmpty()) {
          return false;
        }
      }
      return true;
    }
  }
}
