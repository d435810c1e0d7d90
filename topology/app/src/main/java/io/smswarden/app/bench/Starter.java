package io.smswarden.app.bench;

import io.smswarden.filter.Filter;
import io.smswarden.streams.PipelineConfig;
import io.smswarden.streams.PipelineObserver;
import io.smswarden.streams.PipelineSettings;
import io.smswarden.streams.SmsTopology;
import io.smswarden.streams.TopicSerdes;
import io.smswarden.streams.Topics;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Starts contestants, all with the pipeline's settings of consumers and producers. The ceilings
 * pass bytes on without looking into them.
 */
final class Starter {

  private static final Consumed<byte[], byte[]> READ =
      Consumed.with(Serdes.ByteArray(), Serdes.ByteArray());
  private static final Produced<byte[], byte[]> WRITE =
      Produced.with(Serdes.ByteArray(), Serdes.ByteArray());

  private final Cluster cluster;
  private final Setup setup;
  private final Path directory;
  private final Filter filter = Filter.standard();

  /** A starter whose contestants keep their state below a directory. */
  Starter(Cluster cluster, Setup setup, Path directory) {
    this.cluster = cluster;
    this.setup = setup;
    this.directory = directory;
  }

  /**
   * Starts a contestant, loads its tables, and holds it.
   *
   * @param group its consumer group and application id; a new one
   */
  Running start(Contestant contestant, String group) {
    Running running = launch(contestant, group);
    try {
      awaitThrough(running, group, contestant.tables());
      running.hold();
      return running;
    } catch (RuntimeException e) {
      running.close();
      throw e;
    }
  }

  /** Returns when a contestant has committed all that these topics hold. */
  void awaitThrough(Running running, String group, List<String> topics) {
    var ends = cluster.ends(topics);
    Waiting.until(
        "a contestant to get through " + topics,
        () -> {
          running.check();
          return cluster.isThrough(group, ends);
        });
  }

  private Running launch(Contestant contestant, String group) {
    return switch (contestant) {
      case COPY -> copy(group);
      case IDENTITY -> streams(identity(), ceiling(group));
      case JOIN -> streams(join(), ceiling(group));
      case PIPELINE -> streams(pipeline(), common(group));
    };
  }

  private Running streams(Topology topology, Map<String, Object> config) {
    return new RunningStreams(topology, config, setup.threads());
  }

  private Running copy(String group) {
    StreamsConfig config = new StreamsConfig(ceiling(group));
    Map<String, Object> consumer = config.getMainConsumerConfigs(group, group, 0);
    // Meant for Kafka Streams' own group membership.
    consumer.remove("partition.assignment.strategy");
    Map<String, Object> producer = config.getProducerConfigs(group);
    return new RunningCopy(
        consumer,
        producer,
        group,
        Cluster.partitions(Topics.EVENTS.name()),
        Contestant.COPY,
        setup);
  }

  private static Topology identity() {
    StreamsBuilder builder = new StreamsBuilder();
    builder.stream(Topics.EVENTS.name(), READ).to(Contestant.IDENTITY.output(), WRITE);
    return builder.build();
  }

  private static Topology join() {
    StreamsBuilder builder = new StreamsBuilder();
    var senders =
        builder.table(
            Contestant.SENDERS,
            READ,
            Materialized.<byte[], byte[], KeyValueStore<Bytes, byte[]>>as("senders"));
    builder.stream(Topics.EVENTS.name(), READ)
        .leftJoin(senders, (event, reputation) -> event)
        .to(Contestant.JOIN.output(), WRITE);
    return builder.build();
  }

  private Topology pipeline() {
    return new SmsTopology(
            filter, TopicSerdes.embedded(), PipelineSettings.DEFAULT, PipelineObserver.NONE)
        .build();
  }

  private Map<String, Object> ceiling(String group) {
    Map<String, Object> config = common(group);
    Map<String, Object> defaults = new HashMap<>();
    config.forEach(
        (key, value) -> {
          if (key.startsWith("consumer.") || key.startsWith("producer.")) {
            defaults.put(key, value);
          }
        });
    for (String key :
        new String[] {
          StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
          StreamsConfig.APPLICATION_ID_CONFIG,
          StreamsConfig.STATE_DIR_CONFIG,
          StreamsConfig.NUM_STREAM_THREADS_CONFIG,
          StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
          StreamsConfig.PROCESSING_GUARANTEE_CONFIG
        }) {
      defaults.put(key, config.get(key));
    }
    return defaults;
  }

  private Map<String, Object> common(String group) {
    Map<String, Object> config = PipelineConfig.of(TopicSerdes.embedded(), PipelineObserver.NONE);
    config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, cluster.bootstrapServers());
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, group);
    config.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
    config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, setup.threads());
    config.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, setup.commitInterval().toMillis());
    return config;
  }
}
