package io.smswarden.app.metrics;

import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmInfoMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.smswarden.console.rules.RuleHits;
import io.smswarden.streams.PipelineObserver;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.streams.KafkaStreams;

/** All metrics of this process: the JVM's, Kafka's and the pipeline's, in Prometheus' format. */
public final class Metrics implements RuleHits, AutoCloseable {

  /** Media type of {@link #scrape()}. */
  public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  /**
   * How late a metric of new partitions or stores is seen; Micrometer's own default is a minute.
   */
  private static final Duration REFRESH = Duration.ofSeconds(10);

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final PipelineMeters pipeline;
  private final DeliveryMeters delivery;
  private final JvmGcMetrics garbage = new JvmGcMetrics();
  private final List<Runnable> clients = new ArrayList<>();
  private final ScheduledExecutorService refresher =
      Executors.newSingleThreadScheduledExecutor(Metrics::daemon);

  /**
   * Metrics that begin now.
   *
   * @param clock the wall clock
   */
  public Metrics(InstantSource clock) {
    pipeline = new PipelineMeters(registry, clock);
    delivery = new DeliveryMeters(registry, pipeline);
    garbage.bindTo(registry);
    new ClassLoaderMetrics().bindTo(registry);
    new JvmInfoMetrics().bindTo(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  /** The pipeline's own meters. */
  public PipelineObserver pipeline() {
    return pipeline;
  }

  @Override
  public List<Hit> hits() {
    return registry.find(RuleMeters.HITS).counters().stream()
        .map(
            counter ->
                new Hit(
                    counter.getId().getTag(RuleMeters.CODE),
                    counter.getId().getTag(RuleMeters.MODE),
                    (long) counter.count()))
        .sorted(Comparator.comparing(Hit::rule).thenComparing(Hit::mode))
        .toList();
  }

  /** The delivery's meters. */
  public DeliveryMeters delivery() {
    return delivery;
  }

  /** Adds what Kafka Streams and its clients measure. */
  public void bind(KafkaStreams kafkaStreams) {
    KafkaStreamsMetrics binder =
        new KafkaStreamsMetrics(kafkaStreams, List.of(), refresher, REFRESH);
    binder.bindTo(registry);
    clients.add(binder::close);
  }

  /** Adds what a consumer measures. */
  public void bind(Consumer<?, ?> consumer) {
    KafkaClientMetrics binder = new KafkaClientMetrics(consumer, List.of(), refresher, REFRESH);
    binder.bindTo(registry);
    clients.add(binder::close);
  }

  /** All metrics as they stand, of {@link #CONTENT_TYPE}. */
  public String scrape() {
    return registry.scrape(CONTENT_TYPE);
  }

  @Override
  public void close() {
    refresher.shutdownNow();
    clients.forEach(Runnable::run);
    garbage.close();
    registry.close();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "metrics-refresh");
    thread.setDaemon(true);
    return thread;
  }
}
