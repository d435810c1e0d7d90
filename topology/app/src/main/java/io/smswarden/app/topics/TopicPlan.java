package io.smswarden.app.topics;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import io.smswarden.app.exit.UserError;
import io.smswarden.app.topics.TopicProblem.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The pipeline's topics with partitions, replicas, retention and clean-up: {@code
 * deploy/topics.yaml}, which this jar carries.
 *
 * @param topics in the file's order
 */
public record TopicPlan(List<PlannedTopic> topics) {

  private static final String RESOURCE = "topics.yaml";
  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  public TopicPlan {
    topics = List.copyOf(topics);
  }

  /** The plan for a cluster of three brokers, as shipped. */
  public static TopicPlan shipped() {
    try (InputStream yaml = TopicPlan.class.getResourceAsStream(RESOURCE)) {
      return read(yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TopicPlan read(InputStream yaml) {
    List<PlannedTopic> topics = new ArrayList<>();
    for (Object entry :
        (List<?>) new Load(LoadSettings.builder().build()).loadFromInputStream(yaml)) {
      Map<?, ?> fields = (Map<?, ?>) entry;
      Map<String, String> config = new LinkedHashMap<>();
      ((Map<?, ?>) fields.get("config"))
          .forEach((key, value) -> config.put(key.toString(), value.toString()));
      topics.add(
          new PlannedTopic(
              (String) fields.get("name"),
              (Integer) fields.get("partitions"),
              ((Integer) fields.get("replication")).shortValue(),
              config));
    }
    return new TopicPlan(topics);
  }

  /** The same topics for a broker that stands alone. */
  public TopicPlan forOneBroker(int partitions) {
    return withPartitions(partitions).withReplication((short) 1);
  }

  /** The same topics with another number of partitions, the same for all. */
  public TopicPlan withPartitions(int partitions) {
    return map(topic -> topic.withPartitions(partitions));
  }

  /** The same topics with another number of replicas, of which one may be missing. */
  public TopicPlan withReplication(short replication) {
    return map(topic -> topic.withReplication(replication));
  }

  private TopicPlan map(UnaryOperator<PlannedTopic> change) {
    return new TopicPlan(topics.stream().map(change).toList());
  }

  /** The topics' names, in the plan's order. */
  public List<String> names() {
    return topics.stream().map(PlannedTopic::name).toList();
  }

  /**
   * Creates the topics that don't exist, and leaves those that do as they are. When this returns,
   * each partition of the new ones has a leader that answers.
   *
   * @param timeout for the whole
   * @return the names of those created
   * @throws KafkaException what the broker answered
   */
  public List<String> create(Admin admin, Duration timeout) {
    List<NewTopic> wanted = topics.stream().map(PlannedTopic::toNewTopic).toList();
    var options = new CreateTopicsOptions().timeoutMs(Math.toIntExact(timeout.toMillis()));
    var results = admin.createTopics(wanted, options).values();
    List<String> created = new ArrayList<>();
    for (String name : names()) {
      try {
        results.get(name).get();
        created.add(name);
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof TopicExistsException)) {
          throw new KafkaException(
              "can't create " + name + ": " + e.getCause().getMessage(), e.getCause());
        }
      } catch (InterruptedException e) {
        throw new InterruptException(e);
      }
    }
    awaitLeaders(admin, created, timeout);
    return created;
  }

  /**
   * A broker tells of a new partition before it leads it. An idempotent producer whose first
   * batches are refused for that may number them wrongly and then be refused until its delivery
   * timeout; asking for an offset waits until the leader is there.
   */
  private void awaitLeaders(Admin admin, List<String> created, Duration timeout) {
    Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
    topics.stream()
        .filter(topic -> created.contains(topic.name()))
        .forEach(
            topic -> {
              for (int partition = 0; partition < topic.partitions(); partition++) {
                ends.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
              }
            });
    RetryPolicy<Object> untilTold =
        RetryPolicy.builder()
            .handleIf(error -> error.getCause() instanceof RetriableException)
            .withMaxAttempts(-1)
            .withDelay(LOOK_AGAIN)
            .withMaxDuration(timeout)
            .build();
    try {
      Failsafe.with(untilTold).run(() -> admin.listOffsets(ends).all().get());
    } catch (FailsafeException e) {
      if (e.getCause() instanceof InterruptedException interrupted) {
        throw new InterruptException(interrupted);
      }
      Throwable reason = e.getCause().getCause();
      throw new KafkaException("the new topics have no leaders: " + reason.getMessage(), reason);
    }
  }

  /**
   * Compares the topics of a cluster with the plan and with what the pipeline's joins need.
   *
   * @return what is wrong, the fatal ones first; empty when nothing is
   * @throws KafkaException what the broker answered
   */
  public List<TopicProblem> check(Admin admin) {
    return new TopicCheck(this, admin).problems();
  }

  /**
   * Demands that the topics of a cluster can be worked with.
   *
   * @param warnings takes what is less safe than planned
   * @throws UserError when they can't
   */
  public void demand(Admin admin, Consumer<String> warnings) {
    Map<Severity, List<String>> problems =
        check(admin).stream()
            .collect(
                Collectors.groupingBy(
                    TopicProblem::severity,
                    Collectors.mapping(TopicProblem::message, Collectors.toList())));
    problems.getOrDefault(Severity.WARNING, List.of()).forEach(warnings);
    List<String> fatal = problems.getOrDefault(Severity.FATAL, List.of());
    if (!fatal.isEmpty()) {
      throw UserError.wrongUse(fatal);
    }
  }
}
