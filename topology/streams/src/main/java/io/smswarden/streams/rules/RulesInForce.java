package io.smswarden.streams.rules;

import io.smswarden.filter.LiveJudge;
import io.smswarden.filter.rule.Rule;
import io.smswarden.streams.PipelineObserver;
import io.smswarden.streams.Stores;
import io.smswarden.streams.TopicKey;
import io.smswarden.streams.TopicSerdes;
import io.smswarden.streams.Topics;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Puts published rules in force. Every instance reads the whole topic into a global store, before
 * its first message and then as records come: all instances have new rules within a poll of each
 * other.
 */
public final class RulesInForce {

  private final LiveJudge judge;
  private final TopicSerdes serdes;
  private final PipelineObserver observer;

  /** Rules for a judge; the observer is told which. */
  public RulesInForce(LiveJudge judge, TopicSerdes serdes, PipelineObserver observer) {
    this.judge = judge;
    this.serdes = serdes;
    this.observer = observer;
  }

  /** Adds the store of the published rule sets, which puts the one in force that is to be. */
  public void follow(StreamsBuilder builder) {
    builder.addGlobalStore(
        store(),
        Topics.RULES.name(),
        // Bytes: what can't be read must not stop the reader, who is alone for all partitions.
        Consumed.with(TopicKey.TEXT.serde(), Serdes.ByteArray()).withName("rules"),
        () -> new RulesProcessor(this, serdes.value(Topics.RULES).deserializer()));
  }

  /** In memory: rule sets are few, and at each start the topic is read anew. */
  private static StoreBuilder<KeyValueStore<String, byte[]>> store() {
    return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
            org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore(Stores.RULES),
            TopicKey.TEXT.serde(),
            Serdes.ByteArray())
        .withLoggingDisabled();
  }

  /** Puts a rule set in force; when it has faults, the rules in force stay as they are. */
  void take(String yaml) {
    judge.take(yaml);
    tell();
  }

  /** Takes the rules out of force. */
  void drop() {
    judge.drop();
    tell();
  }

  void rejected() {
    observer.rulesRejected();
  }

  /** Version of the rules in force; empty when there are none. */
  String version() {
    return judge.rules().version();
  }

  private void tell() {
    observer.rulesInForce(
        version(),
        judge.rules().rules().stream()
            .collect(Collectors.toUnmodifiableMap(Rule::code, Rule::mode)));
  }
}
