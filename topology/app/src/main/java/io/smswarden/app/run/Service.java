package io.smswarden.app.run;

import io.smswarden.app.cluster.Cluster;
import io.smswarden.app.config.Configuration;
import io.smswarden.app.console.OperatorConsole;
import io.smswarden.app.exit.ExitCode;
import io.smswarden.app.exit.StopSignal;
import io.smswarden.app.exit.UserError;
import io.smswarden.app.http.Health;
import io.smswarden.app.http.HttpServer;
import io.smswarden.app.log.Logging;
import io.smswarden.app.metrics.Metrics;
import io.smswarden.app.topics.TopicPlan;
import io.smswarden.filter.Filter;
import io.smswarden.filter.rule.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.KafkaStreams.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pipeline as a service: checked before it starts, watched while it runs. */
final class Service {

  private static final Logger LOG = LoggerFactory.getLogger(Service.class);

  private final Configuration configuration;
  private final InstantSource clock;
  private final AtomicReference<Pipeline> pipeline = new AtomicReference<>();

  Service(Configuration configuration, InstantSource clock) {
    this.configuration = configuration;
    this.clock = clock;
  }

  /**
   * Runs until it is asked to stop or fails.
   *
   * @throws UserError when the configuration, the topics or the cluster don't allow it
   */
  ExitCode run(StopSignal stop) {
    checkStateDirectory();
    Supplier<Optional<Pipeline>> running = () -> Optional.ofNullable(pipeline.get());
    try (Metrics metrics = new Metrics(clock);
        RunningHealth health =
            new RunningHealth(
                running,
                configuration.self(),
                configuration.applicationId(),
                configuration.forAdmin(),
                clock);
        OperatorConsole console =
            new OperatorConsole(
                configuration,
                new RunningState(
                    running, configuration.self(), configuration.pipeline().reputation()),
                health,
                metrics,
                clock);
        HttpServer http =
            HttpServer.start(
                configuration.httpHost(),
                configuration.httpPort(),
                configuration.tls(),
                metrics,
                new Health(this::state),
                console::addTo)) {
      LOG.atInfo()
          .addKeyValue("host", configuration.httpHost())
          .addKeyValue("port", http.port())
          .log("listening for /metrics, /health and the console");
      checkTopics();
      if (stop.isAsked()) {
        return ExitCode.DONE;
      }
      Logging.service();
      console.follow();
      return watch(stop, metrics, console);
    }
  }

  private ExitCode watch(StopSignal stop, Metrics metrics, OperatorConsole console) {
    Filter filter = configuration.filter();
    try (Pipeline running =
        Pipeline.start(configuration, filter, metrics, console.observer(), clock)) {
      pipeline.set(running);
      warmUp(filter);
      CompletableFuture.anyOf(stop.asked(), running.failed()).join();
      if (running.hasFailed()) {
        throw UserError.clusterFailed("the pipeline failed: " + running.failed().join(), null);
      }
      boolean clean = running.stop();
      LOG.atInfo().addKeyValue("clean", clean).log("stopped");
      return ExitCode.DONE;
    }
  }

  /** So that the first rules that are published do not wait for code to be compiled. */
  private static void warmUp(Filter filter) {
    Thread thread = new Thread(() -> RuleSet.warmUp(filter.table()), "rules-warm-up");
    thread.setDaemon(true);
    thread.start();
  }

  private State state() {
    Pipeline running = pipeline.get();
    return running == null ? State.CREATED : running.state();
  }

  private void checkStateDirectory() {
    try {
      Files.createDirectories(configuration.stateDir());
    } catch (IOException e) {
      throw unwritable(e);
    }
    if (!Files.isWritable(configuration.stateDir())) {
      throw unwritable(null);
    }
  }

  private UserError unwritable(IOException cause) {
    return UserError.wrongUse(
        "can't write to smswarden.state-dir=%s; give this user the right to, or set another"
            .formatted(configuration.stateDir()),
        cause);
  }

  private void checkTopics() {
    try (Admin admin = Cluster.connect(configuration)) {
      TopicPlan.shipped().demand(admin, LOG::warn);
    }
  }
}
