package io.smswarden.app.run;

import io.smswarden.app.config.Configuration;
import io.smswarden.app.metrics.Metrics;
import io.smswarden.filter.Filter;
import io.smswarden.filter.Judge;
import io.smswarden.streams.CampaignLookup;
import io.smswarden.streams.PipelineObserver;
import io.smswarden.streams.SenderLookup;
import io.smswarden.streams.SmsTopology;
import io.smswarden.streams.StatisticsLookup;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.StreamsMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running topology of this process. */
public final class Pipeline implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);

  private final KafkaStreams streams;
  private final Judge judge;
  private final SenderLookup lookup;
  private final StatisticsLookup statistics;
  private final CampaignLookup campaigns;
  private final Restoring restoring = new Restoring();
  private final Duration shutdownTimeout;
  private final FailurePolicy failures;
  private final CompletableFuture<Void> running = new CompletableFuture<>();
  private final CompletableFuture<String> failed = new CompletableFuture<>();

  private Pipeline(
      Configuration configuration,
      Filter filter,
      Metrics metrics,
      PipelineObserver watcher,
      InstantSource clock) {
    PipelineObserver observer = PipelineObserver.both(metrics.pipeline(), watcher);
    SmsTopology topology =
        new SmsTopology(filter, configuration.serdes(), configuration.pipeline(), observer);
    Properties properties = new Properties();
    properties.putAll(configuration.forStreams(observer));
    this.judge = topology.judge();
    this.streams = new KafkaStreams(topology.build(), properties);
    this.lookup = new SenderLookup(streams, configuration.self());
    this.statistics = new StatisticsLookup(streams);
    this.campaigns = new CampaignLookup(streams, configuration.serdes());
    this.shutdownTimeout = configuration.shutdownTimeout();
    this.failures = new FailurePolicy(clock);
    streams.setUncaughtExceptionHandler(failures);
    streams.setStateListener(this::changed);
    streams.setGlobalStateRestoreListener(restoring);
    metrics.bind(streams);
    if (configuration.pipeline().evidence().keys().isEmpty()) {
      LOG.warn("no evidence is kept: smswarden.evidence.key-file is not set");
    }
  }

  /**
   * Starts the topology; returns at once.
   *
   * @param watcher told what it does, besides the metrics
   * @param clock the wall clock, for what goes wrong too often
   */
  public static Pipeline start(
      Configuration configuration,
      Filter filter,
      Metrics metrics,
      PipelineObserver watcher,
      InstantSource clock) {
    Pipeline pipeline = new Pipeline(configuration, filter, metrics, watcher, clock);
    pipeline.streams.start();
    return pipeline;
  }

  /** What the topology does at the moment. */
  public State state() {
    return streams.state();
  }

  /** Looks senders up in its state. */
  SenderLookup senders() {
    return lookup;
  }

  /** Looks counts up in its state. */
  StatisticsLookup statistics() {
    return statistics;
  }

  /** Lists the campaigns that it knows. */
  CampaignLookup campaigns() {
    return campaigns;
  }

  /** Judges by the rules that are in force in it. */
  Judge judge() {
    return judge;
  }

  /** All instances that it knows of; none when it has no address itself. */
  Collection<StreamsMetadata> instances() {
    return streams.metadataForAllStreamsClients();
  }

  /** The partitions that this instance works on. */
  Set<TopicPartition> partitions() {
    return streams.metadataForLocalThreads().stream()
        .flatMap(thread -> thread.activeTasks().stream())
        .flatMap(task -> task.topicPartitions().stream())
        .collect(Collectors.toSet());
  }

  /** What it is restoring. */
  Restoring restoring() {
    return restoring;
  }

  /** Done as soon as messages are judged for the first time. */
  public CompletableFuture<Void> running() {
    return running.copy();
  }

  /** Done, with the reason, when the topology has stopped for good without being asked to. */
  public CompletableFuture<String> failed() {
    return failed.copy();
  }

  /** Whether it has {@link #failed()}; cheap, and so for those who ask again and again. */
  public boolean hasFailed() {
    return failed.isDone();
  }

  private void changed(State now, State before) {
    LOG.atInfo().addKeyValue("from", before).addKeyValue("to", now).log("state");
    if (now == State.RUNNING) {
      running.complete(null);
    } else if (now == State.ERROR) {
      failed.complete(failures.last().map(Failures::describe).orElse("all stream threads ended"));
    }
  }

  /** Commits what is done and stops; {@code false} from {@link #stop()} is not told here. */
  @Override
  public void close() {
    stop();
  }

  /**
   * Commits what is done and stops.
   *
   * @return whether it came to an end within the time allowed
   */
  public boolean stop() {
    return streams.close(shutdownTimeout);
  }
}
