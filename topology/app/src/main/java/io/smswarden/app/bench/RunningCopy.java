package io.smswarden.app.bench;

import io.smswarden.app.exit.UserError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Consumers that hand what they read to producers, in transactions, without Kafka Streams. */
final class RunningCopy implements Running {

  private static final Duration POLL = Duration.ofMillis(10);

  private final List<Thread> threads = new ArrayList<>();
  private final String to;
  private final Duration commitInterval;
  private volatile Throwable failure;
  private volatile boolean held;
  private volatile boolean stopped;

  RunningCopy(
      Map<String, Object> consumer,
      Map<String, Object> producer,
      String transactionalId,
      List<TopicPartition> from,
      Contestant contestant,
      Setup setup) {
    this.to = contestant.output();
    this.commitInterval = setup.commitInterval();
    for (int i = 0; i < setup.threads(); i++) {
      List<TopicPartition> own = new ArrayList<>();
      for (int j = i; j < from.size(); j += setup.threads()) {
        own.add(from.get(j));
      }
      Map<String, Object> producing = new HashMap<>(producer);
      producing.put("transactional.id", transactionalId + "-" + i);
      Thread thread = new Thread(() -> copy(consumer, producing, own), "copy-" + i);
      thread.setUncaughtExceptionHandler((failed, thrown) -> failure = thrown);
      thread.start();
      threads.add(thread);
    }
  }

  private void copy(
      Map<String, Object> consuming, Map<String, Object> producing, List<TopicPartition> own) {
    try (var consumer =
            new KafkaConsumer<>(
                consuming, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        var producer =
            new KafkaProducer<>(producing, new ByteArraySerializer(), new ByteArraySerializer())) {
      consumer.assign(own);
      producer.initTransactions();
      while (!stopped) {
        if (held) {
          LockSupport.parkNanos(POLL.toNanos());
        } else {
          transaction(consumer, producer);
        }
      }
    }
  }

  private void transaction(
      KafkaConsumer<byte[], byte[]> consumer, KafkaProducer<byte[], byte[]> producer) {
    long start = System.nanoTime();
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    producer.beginTransaction();
    while (System.nanoTime() - start < commitInterval.toNanos()) {
      var polled = consumer.poll(POLL);
      for (ConsumerRecord<byte[], byte[]> message : polled) {
        // A failed record fails the commit.
        var unused =
            producer.send(
                new ProducerRecord<>(to, null, message.key(), message.value(), message.headers()));
      }
      offsets.putAll(polled.nextOffsets());
    }
    producer.sendOffsetsToTransaction(offsets, consumer.groupMetadata());
    producer.commitTransaction();
  }

  @Override
  public void hold() {
    held = true;
  }

  @Override
  public void go() {
    held = false;
  }

  @Override
  public void check() {
    if (failure != null) {
      throw UserError.clusterFailed("the plain copy failed: " + failure.getMessage(), failure);
    }
  }

  @Override
  public void close() {
    stopped = true;
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
