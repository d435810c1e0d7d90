package io.smswarden.app.run;

import io.smswarden.console.health.PipelineHealth;
import io.smswarden.streams.StateNotReadyException;
import io.smswarden.streams.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.state.HostInfo;

/** The health of a pipeline, by what Kafka Streams and the cluster tell of it. */
public final class RunningHealth implements PipelineHealth, AutoCloseable {

  private static final Duration GOOD_FOR = Duration.ofSeconds(2);
  private static final long PATIENCE_SECONDS = 5;
  private static final String LOCAL = "localhost";

  private final Supplier<Optional<Pipeline>> pipeline;
  private final HostInfo self;
  private final String group;
  private final Map<String, Object> client;
  private final InstantSource clock;
  private final Instant begun;
  private Admin admin;
  private Map<TopicPartition, Long> lags = Map.of();
  private Instant asked = Instant.MIN;

  /**
   * The health of a pipeline that may not be there yet.
   *
   * @param group the application id
   * @param client properties of an admin client
   */
  public RunningHealth(
      Supplier<Optional<Pipeline>> pipeline,
      HostInfo self,
      String group,
      Map<String, Object> client,
      InstantSource clock) {
    this.pipeline = pipeline;
    this.self = self;
    this.group = group;
    this.client = Map.copyOf(client);
    this.clock = clock;
    this.begun = clock.instant();
  }

  @Override
  public Report now() {
    Optional<Pipeline> running = pipeline.get();
    State state = running.map(Pipeline::state).orElse(State.CREATED);
    boolean known = state == State.RUNNING || state == State.REBALANCING;
    return new Report(
        state.name(),
        known ? running.map(this::instances).orElse(List.of()) : List.of(),
        running.map(it -> it.restoring().now()).orElse(List.of()),
        Optional.ofNullable(RunningHealth.class.getPackage().getImplementationVersion())
            .orElse("development"),
        Duration.between(begun, clock.instant()));
  }

  private List<Instance> instances(Pipeline running) {
    // Kafka Streams tells of instances only where they have addresses; this one is alone.
    return self.equals(HostInfo.unavailable())
        ? List.of(alone(running.partitions()))
        : instances(running.instances());
  }

  private Instance alone(Set<TopicPartition> partitions) {
    return new Instance(
        LOCAL,
        0,
        true,
        numbers(partitions, Topics.EVENTS.name()),
        List.of(),
        lags().values().stream().mapToLong(Long::longValue).sum());
  }

  private List<Instance> instances(Collection<StreamsMetadata> all) {
    Map<TopicPartition, Long> waiting = lags();
    List<Instance> instances = new ArrayList<>();
    for (StreamsMetadata one : all) {
      Set<TopicPartition> inputs = new HashSet<>(one.topicPartitions());
      inputs.retainAll(waiting.keySet());
      instances.add(
          new Instance(
              one.hostInfo().host(),
              one.hostInfo().port(),
              one.hostInfo().equals(self),
              numbers(one.topicPartitions(), Topics.EVENTS.name()),
              numbers(one.standbyTopicPartitions(), Topics.REPUTATION.name()),
              inputs.stream().mapToLong(waiting::get).sum()));
    }
    return instances;
  }

  private static List<Integer> numbers(Set<TopicPartition> partitions, String topic) {
    return partitions.stream()
        .filter(partition -> partition.topic().equals(topic))
        .map(TopicPartition::partition)
        .sorted()
        .toList();
  }

  private synchronized Map<TopicPartition, Long> lags() {
    Instant now = clock.instant();
    if (asked.isBefore(now.minus(GOOD_FOR))) {
      lags = ask();
      asked = now;
    }
    return lags;
  }

  private Map<TopicPartition, Long> ask() {
    try {
      if (admin == null) {
        admin = Admin.create(client);
      }
      Map<TopicPartition, OffsetAndMetadata> done =
          admin
              .listConsumerGroupOffsets(group)
              .partitionsToOffsetAndMetadata()
              .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
      done.keySet().forEach(partition -> wanted.put(partition, OffsetSpec.latest()));
      Map<TopicPartition, ListOffsetsResultInfo> ends =
          admin.listOffsets(wanted).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      Map<TopicPartition, Long> found = new HashMap<>();
      done.forEach(
          (partition, offset) -> {
            if (offset != null) {
              found.put(partition, Math.max(0, ends.get(partition).offset() - offset.offset()));
            }
          });
      return found;
    } catch (ExecutionException | TimeoutException e) {
      throw new StateNotReadyException("the cluster does not tell how far the pipeline is");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StateNotReadyException("stopping");
    }
  }

  @Override
  public synchronized void close() {
    if (admin != null) {
      admin.close(Duration.ZERO);
    }
  }
}
