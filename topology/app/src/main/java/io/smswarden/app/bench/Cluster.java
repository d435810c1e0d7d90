package io.smswarden.app.bench;

import io.smswarden.app.topics.PlannedTopic;
import io.smswarden.app.topics.TopicPlan;
import io.smswarden.streams.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InterruptException;

/** The benchmark's topics, and where the contestants have got to in them. */
final class Cluster implements AutoCloseable {

  private static final Duration TIMEOUT = Duration.ofMinutes(1);

  private final String bootstrapServers;
  private final Admin admin;

  /** Connects to an empty cluster and makes the topics. */
  Cluster(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
    this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    Set<String> names = new TreeSet<>(TopicPlan.shipped().names());
    names.add(Contestant.SENDERS);
    for (Contestant contestant : Contestant.values()) {
      names.add(contestant.output());
    }
    new TopicPlan(names.stream().map(Cluster::topic).toList()).create(admin, TIMEOUT);
  }

  private static PlannedTopic topic(String name) {
    Map<String, String> config = new HashMap<>();
    // Nothing gets too old: messages bear the generated day's times.
    config.put(TopicConfig.RETENTION_MS_CONFIG, "-1");
    for (Contestant contestant : Contestant.values()) {
      if (name.equals(contestant.output())) {
        config.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
      }
    }
    return new PlannedTopic(name, Setup.PARTITIONS, (short) 1, config);
  }

  String bootstrapServers() {
    return bootstrapServers;
  }

  /** Empties the messages' topic and all that contestants write to. */
  void empty() {
    Set<String> topics = new HashSet<>(TopicPlan.shipped().names());
    for (Contestant contestant : Contestant.values()) {
      topics.add(contestant.output());
    }
    topics.remove(Topics.PROFILES.name());
    Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
    for (String topic : topics) {
      offsets(topic, OffsetSpec.latest())
          .forEach((partition, end) -> all.put(partition, RecordsToDelete.beforeOffset(end)));
    }
    get(admin.deleteRecords(all).all());
  }

  /** The partitions of a topic. */
  static List<TopicPartition> partitions(String topic) {
    return IntStream.range(0, Setup.PARTITIONS)
        .mapToObj(partition -> new TopicPartition(topic, partition))
        .toList();
  }

  /** Records in a topic that nobody writes to in transactions. */
  long size(String topic) {
    return sum(offsets(topic, OffsetSpec.latest())) - sum(offsets(topic, OffsetSpec.earliest()));
  }

  private static long sum(Map<TopicPartition, Long> offsets) {
    return offsets.values().stream().mapToLong(Long::longValue).sum();
  }

  private Map<TopicPartition, Long> offsets(String topic, OffsetSpec which) {
    Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
    partitions(topic).forEach(partition -> wanted.put(partition, which));
    Map<TopicPartition, Long> offsets = new HashMap<>();
    get(admin.listOffsets(wanted).all())
        .forEach((partition, found) -> offsets.put(partition, found.offset()));
    return offsets;
  }

  /** Where the partitions of topics that hold a record end now. */
  Map<TopicPartition, Long> ends(Collection<String> topics) {
    Map<TopicPartition, Long> ends = new HashMap<>();
    for (String topic : topics) {
      ends.putAll(offsets(topic, OffsetSpec.latest()));
      ends.entrySet().removeAll(offsets(topic, OffsetSpec.earliest()).entrySet());
    }
    return ends;
  }

  /** Whether a group has committed all that comes before these ends. */
  boolean isThrough(String group, Map<TopicPartition, Long> ends) {
    Map<TopicPartition, OffsetAndMetadata> committed =
        get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    return ends.entrySet().stream()
        .allMatch(
            end -> {
              OffsetAndMetadata position = committed.get(end.getKey());
              return position != null && position.offset() >= end.getValue();
            });
  }

  private static <T> T get(KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new KafkaException(e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  @Override
  public void close() {
    admin.close();
  }
}
