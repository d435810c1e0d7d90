package io.smswarden.app.bench;

import io.smswarden.app.exit.UserError;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads what a contestant committed. */
final class Output {

  private static final Duration POLL = Duration.ofMillis(200);

  /** Polls without a record before the rest is given up. */
  private static final int PATIENCE = 150;

  private Output() {}

  static KafkaConsumer<byte[], byte[]> consumer(Cluster cluster) {
    return new KafkaConsumer<>(
        Map.of(
            "bootstrap.servers",
            cluster.bootstrapServers(),
            "isolation.level",
            "read_committed",
            "auto.offset.reset",
            "earliest"),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  /**
   * Records a second, from the times at which the broker got them. The first and the last hundredth
   * don't count: they hold the start, and the wait for the last commit.
   *
   * @param messages how many records there must be
   */
  static double recordsPerSecond(Cluster cluster, Contestant contestant, int messages) {
    long[] times = appendTimes(cluster, contestant, messages);
    Arrays.sort(times);
    int cut = messages / 100;
    long millis = Math.max(1, times[messages - 1 - cut] - times[cut]);
    return (messages - 2.0 * cut) * 1000 / millis;
  }

  private static long[] appendTimes(Cluster cluster, Contestant contestant, int messages) {
    long[] times = new long[messages];
    int count = 0;
    try (var consumer = consumer(cluster)) {
      consumer.assign(Cluster.partitions(contestant.output()));
      // The last transactions' ends may still be on their way to the partitions.
      for (int quiet = 0; quiet < PATIENCE && count <= messages; quiet++) {
        for (ConsumerRecord<byte[], byte[]> message : consumer.poll(POLL)) {
          if (count < messages) {
            times[count] = message.timestamp();
          }
          count++;
          quiet = 0;
        }
        if (count == messages && isAtEnd(consumer)) {
          return times;
        }
      }
    }
    throw UserError.clusterFailed(
        "%s wrote %d records for %d messages; its figures would be worth nothing"
            .formatted(contestant.id(), count, messages),
        null);
  }

  private static boolean isAtEnd(KafkaConsumer<byte[], byte[]> consumer) {
    return consumer.endOffsets(consumer.assignment()).entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }
}
