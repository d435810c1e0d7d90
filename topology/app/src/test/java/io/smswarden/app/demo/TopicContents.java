package io.smswarden.app.demo;

import io.smswarden.app.broker.EmbeddedBroker;
import io.smswarden.streams.Topic;
import io.smswarden.streams.TopicSerdes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the topics that a demo left in its directory, by another way than the demo itself. */
final class TopicContents implements AutoCloseable {

  private final EmbeddedBroker broker;

  TopicContents(Path dataDir) {
    this.broker = EmbeddedBroker.start(dataDir);
  }

  String bootstrapServers() {
    return broker.bootstrapServers();
  }

  /** Every committed value of a topic. */
  <V extends SpecificRecord> List<V> of(Topic<?, V> topic) {
    Map<String, Object> properties =
        Map.of("bootstrap.servers", broker.bootstrapServers(), "isolation.level", "read_committed");
    List<V> values = new ArrayList<>();
    var deserializer = TopicSerdes.embedded().value(topic).deserializer();
    try (var consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.name()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer
            .poll(Duration.ofMillis(100))
            .forEach(
                message -> values.add(deserializer.deserialize(topic.name(), message.value())));
      }
    }
    return values;
  }

  @Override
  public void close() {
    broker.close();
  }
}
