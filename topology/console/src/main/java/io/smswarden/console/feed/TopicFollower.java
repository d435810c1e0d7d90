package io.smswarden.console.feed;

import io.smswarden.streams.Topic;
import io.smswarden.streams.TopicSerdes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows topics: a consumer without a group reads committed records of all partitions, from some
 * records before the end on. What fails is tried again until it is closed.
 */
public final class TopicFollower implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TopicFollower.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final int ENTRIES_AT_A_TIME = 5_000;

  private final Map<String, Object> client;
  private final TopicSerdes serdes;
  private final HistoryConsumers history;
  private final Map<String, Followed<?, ?>> topics = new LinkedHashMap<>();
  private final Thread thread = new Thread(this::run, "console-follower");
  private volatile Consumer<byte[], byte[]> consumer;
  private final CountDownLatch leaving = new CountDownLatch(1);
  private volatile boolean closed;

  /** One topic that is followed. */
  private static final class Followed<K, V extends SpecificRecord> {
    private final Topic<K, V> topic;
    private final int room;
    private final Decoder<K, V> decoder;
    private TopicLog<K, V> log;
    private Map<Integer, Long> ends = Map.of();

    private Followed(Topic<K, V> topic, int room, TopicSerdes serdes) {
      this.topic = topic;
      this.room = room;
      this.decoder = new Decoder<>(topic, serdes);
    }

    private void add(List<ConsumerRecord<byte[], byte[]>> messages, Map<Integer, Long> positions) {
      log.add(messages.stream().map(decoder::decode).flatMap(Optional::stream).toList(), positions);
      if (ends.entrySet().stream()
          .allMatch(end -> positions.getOrDefault(end.getKey(), 0L) >= end.getValue())) {
        log.ready();
      }
    }
  }

  /**
   * Follows nothing yet.
   *
   * @param client properties of a consumer, without deserializers and group
   */
  public TopicFollower(Map<String, Object> client, TopicSerdes serdes) {
    this.client = HistoryConsumers.properties(client);
    this.serdes = serdes;
    this.history = new HistoryConsumers(this.client);
    thread.setDaemon(true);
  }

  /**
   * Adds a topic; before {@link #start}.
   *
   * @param room records that are kept in memory, those of all partitions together
   */
  public <K, V extends SpecificRecord> TopicLog<K, V> follow(Topic<K, V> topic, int room) {
    Followed<K, V> followed = new Followed<>(topic, room, serdes);
    followed.log =
        new TopicLog<>(room, new KafkaHistory<>(history, topic.name(), followed.decoder::decode));
    topics.put(topic.name(), followed);
    return followed.log;
  }

  /** Begins to follow. */
  public void start() {
    thread.start();
  }

  @Override
  public void close() {
    closed = true;
    Consumer<byte[], byte[]> current = consumer;
    if (current != null) {
      current.wakeup();
    }
    // No interrupt: the consumer could not take leave of its broker.
    leaving.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    history.close();
  }

  private void run() {
    while (!closed) {
      try (Consumer<byte[], byte[]> fresh =
          new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
        consumer = fresh;
        follow(fresh);
      } catch (WakeupException | org.apache.kafka.common.errors.InterruptException e) {
        // Closed.
      } catch (KafkaException e) {
        LOG.atError()
            .addKeyValue("reason", e.toString())
            .log("the topics can't be followed now; trying again");
        pause();
      }
    }
  }

  private void pause() {
    try {
      var unused = leaving.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      // Tried again a little sooner.
    }
  }

  private void follow(Consumer<byte[], byte[]> fresh) {
    begin(fresh);
    while (!closed) {
      Map<String, List<ConsumerRecord<byte[], byte[]>>> byTopic = new HashMap<>();
      fresh
          .poll(POLL)
          .forEach(
              message ->
                  byTopic.computeIfAbsent(message.topic(), name -> new ArrayList<>()).add(message));
      Map<String, Map<Integer, Long>> positions = new HashMap<>();
      for (TopicPartition partition : fresh.assignment()) {
        positions
            .computeIfAbsent(partition.topic(), name -> new HashMap<>())
            .put(partition.partition(), fresh.position(partition));
      }
      topics.forEach(
          (name, followed) ->
              followed.add(byTopic.getOrDefault(name, List.of()), positions.get(name)));
    }
  }

  private void begin(Consumer<byte[], byte[]> fresh) {
    Map<TopicPartition, Long> seeks = new HashMap<>();
    for (Followed<?, ?> followed : topics.values()) {
      Set<TopicPartition> partitions =
          fresh.partitionsFor(followed.topic.name()).stream()
              .map(TopicFollower::partition)
              .collect(Collectors.toSet());
      if (partitions.isEmpty()) {
        throw new KafkaException("there is no topic " + followed.topic.name());
      }
      Map<TopicPartition, Long> first = fresh.beginningOffsets(partitions);
      Map<TopicPartition, Long> ends = fresh.endOffsets(partitions);
      // Each transaction takes an offset for its end.
      long back = 2L * Math.min(ENTRIES_AT_A_TIME, followed.room / partitions.size() + 100);
      Map<Integer, Long> starts = new HashMap<>();
      ends.forEach(
          (partition, end) ->
              starts.put(partition.partition(), Math.max(first.get(partition), end - back)));
      followed.ends = new HashMap<>();
      ends.forEach((partition, end) -> followed.ends.put(partition.partition(), end));
      followed
          .log
          .begin(starts)
          .forEach(
              (number, position) ->
                  seeks.put(new TopicPartition(followed.topic.name(), number), position));
    }
    fresh.assign(seeks.keySet());
    seeks.forEach(fresh::seek);
  }

  private static TopicPartition partition(PartitionInfo info) {
    return new TopicPartition(info.topic(), info.partition());
  }
}
