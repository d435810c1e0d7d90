package io.smswarden.app.topics;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * A topic as it should be.
 *
 * @param name the topic's name
 * @param partitions number of partitions, at least 1
 * @param replication number of replicas, at least 1
 * @param config the topic's configuration, by Kafka's names
 */
public record PlannedTopic(
    String name, int partitions, short replication, Map<String, String> config) {

  public PlannedTopic {
    if (partitions < 1) {
      throw new IllegalArgumentException(name + " needs at least 1 partition");
    }
    if (replication < 1) {
      throw new IllegalArgumentException(name + " needs at least 1 replica");
    }
    config = Map.copyOf(config);
  }

  PlannedTopic withPartitions(int count) {
    return new PlannedTopic(name, count, replication, config);
  }

  /** With another number of replicas, of which one may be missing if there are several. */
  PlannedTopic withReplication(short count) {
    var changed = new HashMap<>(config);
    int inSync = Math.min(minInSyncReplicas(), Math.max(1, count - 1));
    changed.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(inSync));
    return new PlannedTopic(name, partitions, count, changed);
  }

  int minInSyncReplicas() {
    return Integer.parseInt(config.getOrDefault(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, "1"));
  }

  String cleanupPolicy() {
    return config.getOrDefault(
        TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
  }

  NewTopic toNewTopic() {
    return new NewTopic(name, partitions, replication).configs(config);
  }
}
