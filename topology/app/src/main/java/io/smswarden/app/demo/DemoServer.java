package io.smswarden.app.demo;

import io.smswarden.app.config.Configuration;
import io.smswarden.app.console.OperatorConsole;
import io.smswarden.app.exit.UserError;
import io.smswarden.app.http.Health;
import io.smswarden.app.http.HttpServer;
import io.smswarden.app.metrics.Metrics;
import io.smswarden.app.run.Pipeline;
import io.smswarden.app.run.RunningHealth;
import io.smswarden.app.run.RunningState;
import io.smswarden.streams.PipelineObserver;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.KafkaStreams.State;

/** The console, metrics and health of a demo that stays up, from before its first message on. */
final class DemoServer implements AutoCloseable {

  private static final String HOST = "127.0.0.1";
  private static final int USUAL_PORT = 8080;

  private final AtomicReference<Pipeline> pipeline = new AtomicReference<>();
  private final RunningHealth health;
  private final OperatorConsole console;
  private final Optional<HttpServer> http;

  private DemoServer(
      DemoOptions options, Configuration configuration, Metrics metrics, InstantSource clock) {
    health =
        new RunningHealth(
            this::pipeline,
            configuration.self(),
            configuration.applicationId(),
            configuration.forAdmin(),
            clock);
    console =
        new OperatorConsole(
            configuration,
            new RunningState(
                this::pipeline, configuration.self(), configuration.pipeline().reputation()),
            health,
            metrics,
            clock);
    http = options.exit() ? Optional.empty() : Optional.of(listen(options, metrics));
    http.ifPresent(server -> console.follow());
  }

  /** Listens, unless the demo is to end with its summary. */
  static DemoServer of(
      DemoOptions options, Configuration configuration, Metrics metrics, InstantSource clock) {
    return new DemoServer(options, configuration, metrics, clock);
  }

  /** To be told what the pipeline does. */
  PipelineObserver observer() {
    return console.observer();
  }

  /** Shows a pipeline. */
  void show(Pipeline running) {
    pipeline.set(running);
  }

  /** Where it is reached; empty when it does not listen. */
  Optional<String> address() {
    return http.map(server -> "http://" + HOST + ":" + server.port());
  }

  @Override
  public void close() {
    http.ifPresent(HttpServer::close);
    console.close();
    health.close();
  }

  private Optional<Pipeline> pipeline() {
    return Optional.ofNullable(pipeline.get());
  }

  private HttpServer listen(DemoOptions options, Metrics metrics) {
    if (options.httpPort().isPresent()) {
      return start(options.httpPort().getAsInt(), metrics);
    }
    try {
      return start(USUAL_PORT, metrics);
    } catch (UserError e) {
      return start(0, metrics);
    }
  }

  private HttpServer start(int port, Metrics metrics) {
    try {
      return HttpServer.start(
          HOST,
          port,
          Optional.empty(),
          metrics,
          new Health(() -> pipeline().map(Pipeline::state).orElse(State.CREATED)),
          console::addTo);
    } catch (UserError e) {
      throw UserError.wrongUse(
          "can't listen on %s:%d; give another --http-port".formatted(HOST, port), e);
    }
  }
}
