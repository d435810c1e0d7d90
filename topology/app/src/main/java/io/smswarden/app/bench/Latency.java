package io.smswarden.app.bench;

import io.smswarden.app.exit.UserError;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Measures the time from a message's intended sending to the reading of its committed result.
 * Messages are sent by the clock whether or not results come: a stall counts for each message that
 * should have been sent meanwhile (Tene, "How NOT to Measure Latency": coordinated omission).
 */
final class Latency {

  /** Carries the intended time of sending; Kafka Streams hands headers on to results. */
  private static final String INTENDED = "bench-intended-nanos";

  private static final Duration WARM_UP = Duration.ofSeconds(3);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final long LOST_AFTER = TimeUnit.SECONDS.toNanos(30);

  private final Cluster cluster;
  private final Starter starter;
  private final Workload workload;
  private final Setup setup;

  Latency(Cluster cluster, Starter starter, Workload workload, Setup setup) {
    this.cluster = cluster;
    this.starter = starter;
    this.workload = workload;
    this.setup = setup;
  }

  /** One contestant's latencies, in microseconds. */
  Histogram measure(Contestant contestant) {
    String group = "bench-latency-" + contestant.id();
    cluster.empty();
    try (Running running = starter.start(contestant, group)) {
      running.go();
      return measure(contestant.output());
    }
  }

  private Histogram measure(String output) {
    long recorded = setup.rate() * setup.latencyTime().toSeconds();
    long unrecorded = setup.rate() * WARM_UP.toSeconds();
    var messages = workload.nextDay(unrecorded + recorded);
    Histogram latencies = new Histogram(3);
    try (var consumer = Output.consumer(cluster)) {
      consumer.assign(Cluster.partitions(output));
      Thread sender = new Thread(() -> send(messages, unrecorded), "sender");
      sender.start();
      receive(consumer, recorded, latencies);
      sender.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return latencies;
  }

  private void send(Iterator<ProducerRecord<byte[], byte[]>> messages, long unrecorded) {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of(
                "bootstrap.servers", cluster.bootstrapServers(), "compression.type", "lz4"),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      long start = System.nanoTime();
      for (long i = 0; messages.hasNext(); i++) {
        long intended = start + i * TimeUnit.SECONDS.toNanos(1) / setup.rate();
        var message = messages.next();
        if (i >= unrecorded) {
          message
              .headers()
              .add(INTENDED, ByteBuffer.allocate(Long.BYTES).putLong(intended).array());
        }
        for (long wait = intended - System.nanoTime();
            wait > 0;
            wait = intended - System.nanoTime()) {
          LockSupport.parkNanos(wait);
        }
        // A message that fails is missed among the results.
        var unused = producer.send(message);
      }
    }
  }

  private static void receive(
      KafkaConsumer<byte[], byte[]> consumer, long recorded, Histogram latencies) {
    long last = System.nanoTime();
    while (latencies.getTotalCount() < recorded) {
      for (ConsumerRecord<byte[], byte[]> result : consumer.poll(POLL)) {
        last = System.nanoTime();
        Header intended = result.headers().lastHeader(INTENDED);
        if (intended != null) {
          latencies.recordValue(
              TimeUnit.NANOSECONDS.toMicros(last - ByteBuffer.wrap(intended.value()).getLong()));
        }
      }
      if (System.nanoTime() - last > LOST_AFTER) {
        throw UserError.clusterFailed(
            "only %d of %d results came".formatted(latencies.getTotalCount(), recorded), null);
      }
    }
  }
}
