package io.smswarden.app.demo;

import io.smswarden.streams.Topic;
import io.smswarden.streams.TopicSerdes;
import io.smswarden.streams.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads all topics from their beginning, committed records only, into a tally: what a client of the
 * pipeline would see, at the time it would.
 */
final class TopicReader implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final InstantSource clock;
  private final Tally tally;
  private final Map<String, BiConsumer<byte[], Instant>> readers = new HashMap<>();
  private final Map<TopicPartition, Long> positions = new HashMap<>();
  private final Map<TopicPartition, Long> lastRecords = new HashMap<>();
  private final Thread thread = new Thread(this::read, "demo-topic-reader");
  private RuntimeException failure;
  private boolean closed;
  private Runnable afterBatch = () -> {};

  private TopicReader(
      Map<String, Object> client, TopicSerdes serdes, InstantSource clock, Tally tally) {
    Map<String, Object> properties = new HashMap<>(client);
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
    this.consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    this.clock = clock;
    this.tally = tally;
    decode(serdes, Topics.EVENTS, (event, seen) -> tally.event(event));
    decode(serdes, Topics.COMPLAINTS, (complaint, seen) -> tally.complaint());
    decode(serdes, Topics.VERDICTS, tally::verdict);
    decode(serdes, Topics.WARNINGS, (warning, seen) -> tally.warning(warning));
    decode(serdes, Topics.EVIDENCE, (kept, seen) -> tally.evidence(kept));
    decode(serdes, Topics.ALERTS, (alert, seen) -> tally.alert(alert));
    decode(serdes, Topics.REPUTATION, (reputation, seen) -> tally.reputation(reputation));
    decode(serdes, Topics.DEAD_LETTERS, (letter, seen) -> tally.deadLetter(letter));
    assignAll();
    thread.setDaemon(true);
  }

  /**
   * Begins to read.
   *
   * @param client properties of the connection
   */
  static TopicReader start(
      Map<String, Object> client, TopicSerdes serdes, InstantSource clock, Tally tally) {
    TopicReader reader = new TopicReader(client, serdes, clock, tally);
    reader.thread.start();
    return reader;
  }

  /** Has something called by the reading thread when the tally has grown. */
  synchronized void afterBatch(Runnable call) {
    afterBatch = call;
  }

  /** Behind the last record seen of each partition; those without a record are left out. */
  synchronized Map<TopicPartition, Long> behindLastRecords() {
    Map<TopicPartition, Long> ends = new HashMap<>();
    lastRecords.forEach((partition, offset) -> ends.put(partition, offset + 1));
    return ends;
  }

  /** Whether everything before some offsets has been read. */
  synchronized boolean reached(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> positions.getOrDefault(end.getKey(), 0L) >= end.getValue());
  }

  synchronized List<TopicPartition> partitions() {
    return List.copyOf(positions.keySet());
  }

  /**
   * Waits for a condition, which is looked at after each batch.
   *
   * @param giveUp looked at as well; the wait ends when it is true
   * @throws RuntimeException what the reader failed of
   */
  synchronized void await(BooleanSupplier condition, BooleanSupplier giveUp) {
    while (!giveUp.getAsBoolean()) {
      if (failure != null) {
        throw failure;
      }
      if (condition.getAsBoolean()) {
        return;
      }
      try {
        wait(POLL.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    consumer.wakeup();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private <V extends SpecificRecord> void decode(
      TopicSerdes serdes, Topic<?, V> topic, BiConsumer<V, Instant> count) {
    var deserializer = serdes.value(topic).deserializer();
    readers.put(
        topic.name(),
        (bytes, seen) -> {
          V value;
          try {
            value = deserializer.deserialize(topic.name(), bytes);
          } catch (SerializationException e) {
            tally.unreadable(topic.name());
            return;
          }
          if (value != null) {
            count.accept(value, seen);
          } else if (!topic.equals(Topics.REPUTATION)) {
            tally.unreadable(topic.name());
          }
        });
  }

  private void assignAll() {
    List<TopicPartition> partitions =
        Topics.ALL.stream()
            .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    partitions.forEach(partition -> positions.put(partition, 0L));
  }

  private void read() {
    try (consumer) {
      while (!isClosed()) {
        var batch = consumer.poll(POLL);
        Instant seen = clock.instant();
        batch.forEach(message -> count(message, seen));
        advance().run();
      }
    } catch (WakeupException e) {
      // Closed.
    } catch (RuntimeException e) {
      fail(e);
    }
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  private void count(ConsumerRecord<byte[], byte[]> message, Instant seen) {
    synchronized (this) {
      lastRecords.put(new TopicPartition(message.topic(), message.partition()), message.offset());
    }
    BiConsumer<byte[], Instant> reader = readers.get(message.topic());
    if (reader != null) {
      reader.accept(message.value(), seen);
    }
  }

  private synchronized Runnable advance() {
    positions.replaceAll((partition, before) -> consumer.position(partition));
    notifyAll();
    return afterBatch;
  }

  private synchronized void fail(RuntimeException error) {
    failure = error;
    notifyAll();
  }
}
