package io.smswarden.app.topics;

import io.smswarden.streams.Topic;
import io.smswarden.streams.Topics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Compares a cluster's topics with a plan. */
final class TopicCheck {

  private final TopicPlan plan;
  private final Admin admin;
  private final List<TopicProblem> problems = new ArrayList<>();

  TopicCheck(TopicPlan plan, Admin admin) {
    this.plan = plan;
    this.admin = admin;
  }

  List<TopicProblem> problems() {
    Map<String, TopicDescription> found = describe();
    missing(found);
    copartitioned(found);
    Map<String, Config> configs = configs(found.keySet());
    replicas(found, configs);
    existing(found).forEach(topic -> cleanup(topic, configs.get(topic.name())));
    problems.sort(Comparator.comparing(TopicProblem::severity));
    return List.copyOf(problems);
  }

  private void missing(Map<String, TopicDescription> found) {
    List<String> missing = plan.names().stream().filter(name -> !found.containsKey(name)).toList();
    if (!missing.isEmpty()) {
      problems.add(
          TopicProblem.fatal(
              "missing topics: %s; create them with 'smswarden topics create --config FILE' or from deploy/topics.yaml"
                  .formatted(String.join(", ", missing))));
    }
  }

  private void copartitioned(Map<String, TopicDescription> found) {
    Map<Integer, List<String>> byCount = new TreeMap<>();
    for (Topic<?, ?> topic : Topics.COPARTITIONED) {
      TopicDescription description = found.get(topic.name());
      if (description != null) {
        byCount
            .computeIfAbsent(description.partitions().size(), count -> new ArrayList<>())
            .add(topic.name());
      }
    }
    if (byCount.size() > 1) {
      String counts =
          byCount.entrySet().stream()
              .map(entry -> "%s: %d".formatted(String.join(", ", entry.getValue()), entry.getKey()))
              .collect(Collectors.joining("; "));
      problems.add(
          TopicProblem.fatal(
              "topics that are joined by sender differ in their number of partitions (%s); create them again with the same number"
                  .formatted(counts)));
    }
  }

  private void replicas(Map<String, TopicDescription> found, Map<String, Config> configs) {
    List<String> unsafe = new ArrayList<>();
    for (PlannedTopic topic : existing(found)) {
      int replicas = found.get(topic.name()).partitions().get(0).replicas().size();
      int inSync =
          Integer.parseInt(
              value(configs.get(topic.name()), TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG));
      if (inSync > replicas) {
        problems.add(
            TopicProblem.fatal(
                "%s has min.insync.replicas=%d but only %d replicas: nothing can be written to it; lower the one or raise the other"
                    .formatted(topic.name(), inSync, replicas)));
      } else if (replicas < topic.replication() || inSync < topic.minInSyncReplicas()) {
        unsafe.add("%s (%d, %d)".formatted(topic.name(), replicas, inSync));
      }
    }
    if (!unsafe.isEmpty()) {
      problems.add(
          TopicProblem.warning(
              "fewer replicas or a lower min.insync.replicas than deploy/topics.yaml plans; a broker's failure can lose what was committed: "
                  + String.join(", ", unsafe)));
    }
  }

  private List<PlannedTopic> existing(Map<String, TopicDescription> found) {
    return plan.topics().stream().filter(topic -> found.containsKey(topic.name())).toList();
  }

  private void cleanup(PlannedTopic topic, Config config) {
    String actual = value(config, TopicConfig.CLEANUP_POLICY_CONFIG);
    if (!policies(actual).equals(policies(topic.cleanupPolicy()))) {
      problems.add(
          TopicProblem.warning(
              "%s has cleanup.policy=%s where %s is planned: see the reason in deploy/topics.yaml"
                  .formatted(topic.name(), actual, topic.cleanupPolicy())));
    }
  }

  private static Set<String> policies(String value) {
    return Arrays.stream(value.split(",")).map(String::strip).collect(Collectors.toSet());
  }

  private static String value(Config config, String key) {
    return config.get(key).value();
  }

  private Map<String, TopicDescription> describe() {
    Map<String, TopicDescription> found = new HashMap<>();
    admin
        .describeTopics(plan.names())
        .topicNameValues()
        .forEach(
            (name, future) -> {
              try {
                found.put(name, get(future));
              } catch (UnknownTopicOrPartitionException e) {
                // Told by missing(), for all at once.
              }
            });
    return found;
  }

  private Map<String, Config> configs(Set<String> names) {
    var resources =
        names.stream().map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name)).toList();
    Map<String, Config> configs = new HashMap<>();
    get(admin.describeConfigs(resources).all())
        .forEach((resource, config) -> configs.put(resource.name(), config));
    return configs;
  }

  private static <T> T get(KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException known ? known : new KafkaException(e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }
}
