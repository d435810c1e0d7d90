package io.smswarden.app.demo;

import io.smswarden.app.config.Configuration;
import io.smswarden.app.exit.StopSignal;
import io.smswarden.app.exit.UserError;
import io.smswarden.app.http.Health;
import io.smswarden.app.http.HttpServer;
import io.smswarden.app.lookup.SenderRoute;
import io.smswarden.app.metrics.Metrics;
import io.smswarden.app.run.Pipeline;
import java.time.InstantSource;
import java.util.Optional;

/** What a demo does after its summary: live traffic, metrics and health, until it is stopped. */
final class StayUp {

  private static final String HOST = "127.0.0.1";
  private static final int USUAL_PORT = 8080;
  private static final double GENTLE_RATE = 5;

  private final DemoOptions options;
  private final Screen screen;
  private final StopSignal stop;

  StayUp(DemoOptions options, Screen screen, StopSignal stop) {
    this.options = options;
    this.screen = screen;
    this.stop = stop;
  }

  void stay(Configuration configuration, Metrics metrics, Pipeline pipeline, InstantSource clock) {
    SenderRoute senders = new SenderRoute(() -> Optional.of(pipeline.lookup()));
    try (HttpServer http = listen(metrics, new Health(pipeline::state), senders)) {
      double rate = options.rate() > 0 ? options.rate() : GENTLE_RATE;
      String address = "http://" + HOST + ":" + http.port();
      screen.blank();
      screen.say("live", "%.0f".formatted(rate), address);
      screen.say("live.end");
      screen.blank();
      LiveWarnings warnings =
          LiveWarnings.start(
              configuration.forProducer(),
              configuration.serdes(),
              options.language(),
              screen::line);
      try {
        new LiveTraffic(configuration.forProducer(), configuration.serdes(), clock, rate)
            .run(() -> stop.isAsked() || pipeline.failed().isDone());
      } finally {
        warnings.close();
      }
      if (pipeline.failed().isDone()) {
        throw UserError.clusterFailed("the pipeline failed: " + pipeline.failed().join(), null);
      }
    }
    screen.blank();
    screen.say("bye");
  }

  private HttpServer listen(Metrics metrics, Health health, SenderRoute senders) {
    if (options.httpPort().isPresent()) {
      return start(options.httpPort().getAsInt(), metrics, health, senders);
    }
    try {
      return start(USUAL_PORT, metrics, health, senders);
    } catch (UserError e) {
      return start(0, metrics, health, senders);
    }
  }

  private static HttpServer start(int port, Metrics metrics, Health health, SenderRoute senders) {
    try {
      return HttpServer.start(HOST, port, metrics, health, senders);
    } catch (UserError e) {
      throw UserError.wrongUse(
          "can't listen on %s:%d; give another --http-port".formatted(HOST, port), e);
    }
  }
}
