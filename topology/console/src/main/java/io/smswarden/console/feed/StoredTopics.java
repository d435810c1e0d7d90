package io.smswarden.console.feed;

import io.smswarden.streams.Topic;
import io.smswarden.streams.TopicSerdes;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Topics that are looked at now and then: nothing of them is kept in memory, and each look asks the
 * cluster.
 */
public final class StoredTopics implements AutoCloseable {

  private static final int FETCHED = 500;

  private final HistoryConsumers consumers;
  private final TopicSerdes serdes;

  /**
   * Topics of a cluster, which need not answer yet.
   *
   * @param client properties of a consumer, without deserializers and group
   */
  public StoredTopics(Map<String, Object> client, TopicSerdes serdes) {
    this.consumers = new HistoryConsumers(HistoryConsumers.properties(client));
    this.serdes = serdes;
  }

  /** The records of a topic, without tombstones. */
  public <K, V extends SpecificRecord> Log<K, V> log(Topic<K, V> topic) {
    return log(topic.name(), new Decoder<>(topic, serdes)::decode);
  }

  /** The same with tombstones, as entries without a value. */
  public <K, V extends SpecificRecord> Log<K, Optional<V>> changes(Topic<K, V> topic) {
    return log(topic.name(), new Decoder<>(topic, serdes)::change);
  }

  private <K, V> Log<K, V> log(
      String topic, Function<ConsumerRecord<byte[], byte[]>, Optional<Entry<K, V>>> decode) {
    TopicHistory<K, V> history = new KafkaHistory<>(consumers, topic, decode);
    return new Log<>() {
      @Override
      public Positions end() {
        return consumers.use(
            consumer ->
                new Positions(
                    consumer
                        .endOffsets(
                            consumer.partitionsFor(topic).stream()
                                .map(info -> new TopicPartition(info.topic(), info.partition()))
                                .toList())
                        .entrySet()
                        .stream()
                        .collect(
                            Collectors.toMap(
                                end -> end.getKey().partition(), Map.Entry::getValue))));
      }

      @Override
      public Block<K, V> before(int partition, long offset) {
        return history.before(partition, offset, FETCHED);
      }

      @Override
      public Map<Integer, Long> offsetsAt(Instant time) {
        return history.offsetsAt(time);
      }
    };
  }

  @Override
  public void close() {
    consumers.close();
  }
}
