package io.smswarden.app.delivery;

import dev.failsafe.spi.Scheduler;
import io.smswarden.app.config.Configuration;
import io.smswarden.app.metrics.Metrics;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Delivers through one channel, with what that needs of a cluster. */
final class Delivery implements AutoCloseable {

  private static final int POLLED_AT_ONCE = 100;

  private final Configuration configuration;
  private final Metrics metrics;
  private final InstantSource clock;
  private final Gate gate;
  private final ScheduledThreadPoolExecutor pool;
  private final Courier courier;
  private final Shelf shelf;

  Delivery(
      Configuration configuration, AlertChannel channel, Metrics metrics, InstantSource clock) {
    this.configuration = configuration;
    this.metrics = metrics;
    this.clock = clock;
    this.gate = new Gate(configuration.delivery().pause());
    this.pool = new ScheduledThreadPoolExecutor(configuration.delivery().concurrency());
    pool.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    this.courier =
        new Courier(
            channel, gate, configuration.delivery(), Scheduler.of(pool), clock, metrics.delivery());
    this.shelf = new Shelf(configuration, channel.name(), clock);
    metrics.delivery().paused(this::paused);
  }

  /** Whether alerts wait for the receiver. */
  boolean paused() {
    return gate.closed(clock.instant());
  }

  /** Delivers new alerts until it is asked to stop. */
  Counts deliverNew(BooleanSupplier stop) {
    AlertSource source = new AlertSource.New(configuration, configuration.delivery().expiry());
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(source)) {
      metrics.bind(consumer);
      Deliverer deliverer = deliverer(source, consumer, Map.of());
      consumer.subscribe(
          List.of(source.topic()),
          new ConsumerRebalanceListener() {
            @Override
            public void onPartitionsAssigned(Collection<TopicPartition> partitions) {}

            @Override
            public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
              deliverer.revoked(Set.copyOf(partitions));
            }

            @Override
            public void onPartitionsLost(Collection<TopicPartition> partitions) {
              deliverer.lost(Set.copyOf(partitions));
            }
          });
      deliverer.run(stop);
      return finished(deliverer);
    }
  }

  /**
   * Delivers what was not delivered, up to where the topic ends now, each once.
   *
   * @param fromBeginning also what was sent again before
   */
  Counts deliverAgain(AlertSource source, boolean fromBeginning, BooleanSupplier stop) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(source)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(source.topic()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      if (fromBeginning) {
        consumer.seekToBeginning(partitions);
      } else {
        consumer.committed(Set.copyOf(partitions)).forEach((p, sent) -> seek(consumer, p, sent));
      }
      Deliverer deliverer = deliverer(source, consumer, ends);
      deliverer.run(() -> stop.getAsBoolean() || deliverer.isDone());
      return finished(deliverer);
    }
  }

  private Deliverer deliverer(
      AlertSource source, KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
    return new Deliverer(source, consumer, ends, courier, shelf, metrics.delivery(), clock);
  }

  /** Attempts that have begun come to their end; what waits is left to the next run. */
  private Counts finished(Deliverer deliverer) {
    pool.shutdown();
    try {
      if (!pool.awaitTermination(
          configuration.shutdownTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
        pool.shutdownNow();
      }
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
    deliverer.finish();
    return deliverer.counts();
  }

  private KafkaConsumer<byte[], byte[]> consumer(AlertSource source) {
    Map<String, Object> properties = new HashMap<>(configuration.forConsumer());
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, source.group(configuration));
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, POLLED_AT_ONCE);
    return new KafkaConsumer<>(
        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private static void seek(
      KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition, OffsetAndMetadata sent) {
    if (sent == null) {
      consumer.seekToBeginning(List.of(partition));
    } else {
      consumer.seek(partition, sent);
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
    shelf.close();
  }
}
