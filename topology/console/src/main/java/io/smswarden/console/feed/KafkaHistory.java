package io.smswarden.console.feed;

import io.smswarden.streams.StateNotReadyException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;

/** Reads older records of one topic, with consumers that are shared by all. */
final class KafkaHistory<K, V> implements TopicHistory<K, V> {

  private static final Duration POLL = Duration.ofMillis(200);
  private static final int PATIENCE = 20;

  private final HistoryConsumers consumers;
  private final String topic;
  private final Function<ConsumerRecord<byte[], byte[]>, Optional<Entry<K, V>>> decode;

  KafkaHistory(
      HistoryConsumers consumers,
      String topic,
      Function<ConsumerRecord<byte[], byte[]>, Optional<Entry<K, V>>> decode) {
    this.consumers = consumers;
    this.topic = topic;
    this.decode = decode;
  }

  @Override
  public Block<K, V> before(int partition, long offset, int most) {
    return consumers.use(
        consumer -> {
          long beginning = beginning(consumer, partition);
          long from = Math.max(beginning, offset - most);
          return from >= offset
              ? new Block<>(List.of(), offset, offset)
              : read(consumer, partition, from, offset);
        });
  }

  @Override
  public Block<K, V> after(int partition, long offset, long end, int most) {
    return consumers.use(
        consumer -> {
          long from = Math.max(beginning(consumer, partition), offset);
          long to = Math.min(end, from + most);
          return from >= to
              ? new Block<>(List.of(), from, from)
              : read(consumer, partition, from, to);
        });
  }

  @Override
  public Map<Integer, Long> offsetsAt(Instant time) {
    return consumers.use(
        consumer -> {
          Map<TopicPartition, Long> wanted = new HashMap<>();
          consumer
              .partitionsFor(topic)
              .forEach(
                  info ->
                      wanted.put(
                          new TopicPartition(info.topic(), info.partition()),
                          Math.max(0, time.toEpochMilli())));
          Map<Integer, Long> offsets = new HashMap<>();
          Map<TopicPartition, Long> ends = consumer.endOffsets(wanted.keySet());
          for (Map.Entry<TopicPartition, OffsetAndTimestamp> found :
              consumer.offsetsForTimes(wanted).entrySet()) {
            offsets.put(
                found.getKey().partition(),
                found.getValue() == null
                    ? ends.get(found.getKey())
                    : Long.valueOf(found.getValue().offset()));
          }
          return offsets;
        });
  }

  private long beginning(Consumer<byte[], byte[]> consumer, int partition) {
    TopicPartition where = new TopicPartition(topic, partition);
    return consumer.beginningOffsets(List.of(where)).get(where);
  }

  private Block<K, V> read(Consumer<byte[], byte[]> consumer, int partition, long from, long to) {
    TopicPartition where = new TopicPartition(topic, partition);
    consumer.assign(List.of(where));
    consumer.seek(where, from);
    List<Entry<K, V>> entries = new ArrayList<>();
    for (int polls = 0; consumer.position(where) < to; polls++) {
      if (polls == PATIENCE) {
        throw new StateNotReadyException("the cluster does not answer in time");
      }
      for (ConsumerRecord<byte[], byte[]> message : consumer.poll(POLL)) {
        if (message.offset() < to) {
          decode.apply(message).ifPresent(entries::add);
        }
      }
    }
    return new Block<>(entries, from, to);
  }
}
