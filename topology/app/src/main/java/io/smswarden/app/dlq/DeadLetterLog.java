package io.smswarden.app.dlq;

import io.smswarden.app.config.Configuration;
import io.smswarden.schemas.DeadLetter;
import io.smswarden.streams.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The dead letters' topic, read up to where it ended when it was opened. */
final class DeadLetterLog implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(500);

  private final KafkaConsumer<byte[], DeadLetter> consumer;
  private final List<TopicPartition> partitions;
  private final Map<TopicPartition, Long> ends;

  /**
   * Opens the log.
   *
   * @param group remembers how far letters were replayed
   */
  DeadLetterLog(Configuration configuration, String group) {
    Map<String, Object> properties = new HashMap<>(configuration.forConsumer());
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    this.consumer =
        new KafkaConsumer<>(
            properties,
            new ByteArrayDeserializer(),
            configuration.serdes().value(Topics.DEAD_LETTERS).deserializer());
    this.partitions =
        consumer.partitionsFor(Topics.DEAD_LETTERS.name()).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    this.ends = consumer.endOffsets(partitions);
  }

  /** Starts at the oldest letter that is still kept. */
  void seekToBeginning() {
    consumer.seekToBeginning(partitions);
  }

  /** Starts behind the last letter that was replayed. */
  void seekToReplayed() {
    Map<TopicPartition, OffsetAndMetadata> replayed = consumer.committed(Set.copyOf(partitions));
    consumer.seekToBeginning(
        partitions.stream().filter(partition -> replayed.get(partition) == null).toList());
    replayed.forEach(
        (partition, offset) -> {
          if (offset != null) {
            consumer.seek(partition, offset);
          }
        });
  }

  /** Gives the letters from here to the end, some at a time; ends when the batches' taker does. */
  void forEachBatch(Consumer<List<StoredLetter>> taker) {
    while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
      List<StoredLetter> batch =
          StreamSupport.stream(consumer.poll(POLL).spliterator(), false)
              .filter(found -> found.offset() < ends.get(partition(found)))
              .map(found -> new StoredLetter(found.partition(), found.offset(), found.value()))
              .toList();
      if (!batch.isEmpty()) {
        taker.accept(batch);
      }
    }
  }

  /** How far the letters given so far go. */
  Map<TopicPartition, OffsetAndMetadata> positions() {
    return partitions.stream()
        .collect(Collectors.toMap(p -> p, p -> new OffsetAndMetadata(consumer.position(p))));
  }

  /** The group, for a transaction that its positions belong to. */
  ConsumerGroupMetadata group() {
    return consumer.groupMetadata();
  }

  private static TopicPartition partition(ConsumerRecord<?, ?> found) {
    return new TopicPartition(found.topic(), found.partition());
  }

  @Override
  public void close() {
    consumer.close();
  }
}
