package io.smswarden.app.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.smswarden.streams.Topic;
import io.smswarden.streams.Topics;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TopicPlanTest {

  private final TopicPlan plan = TopicPlan.shipped();

  @Test
  void theShippedFileNamesExactlyTheTopicsOfThePipeline() {
    assertThat(plan.names())
        .containsExactlyInAnyOrderElementsOf(Topics.ALL.stream().map(Topic::name).toList());
  }

  @Test
  void topicsThatAreJoinedHaveTheSameNumberOfPartitions() {
    var joined = Topics.COPARTITIONED.stream().map(Topic::name).collect(Collectors.toSet());
    assertThat(plan.topics())
        .filteredOn(topic -> joined.contains(topic.name()))
        .hasSize(joined.size())
        .extracting(PlannedTopic::partitions)
        .containsOnly(24);
  }

  @Test
  void everyTopicOutlivesOneBroker() {
    assertThat(plan.topics()).allMatch(topic -> topic.replication() > topic.minInSyncReplicas());
    assertThat(plan.topics()).allMatch(topic -> topic.minInSyncReplicas() == 2);
  }

  @Test
  void oneBrokerHoldsTheOnlyReplica() {
    assertThat(plan.forOneBroker(4).topics())
        .allMatch(topic -> topic.partitions() == 4)
        .allMatch(topic -> topic.replication() == 1)
        .allMatch(topic -> topic.minInSyncReplicas() == 1);
  }

  @Test
  void otherNumbersKeepTheRestOfTheConfiguration() {
    PlannedTopic shipped = topic(plan, Topics.STATS.name());
    PlannedTopic changed = topic(plan.forOneBroker(4), Topics.STATS.name());
    assertThat(changed.cleanupPolicy()).isEqualTo("compact,delete");
    assertThat(changed.config()).hasSameSizeAs(shipped.config());
  }

  private static PlannedTopic topic(TopicPlan plan, String name) {
    return plan.topics().stream()
        .filter(topic -> topic.name().equals(name))
        .findAny()
        .orElseThrow();
  }
}
