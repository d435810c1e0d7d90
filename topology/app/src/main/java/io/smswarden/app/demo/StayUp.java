package io.smswarden.app.demo;

import io.smswarden.app.config.Configuration;
import io.smswarden.app.exit.StopSignal;
import io.smswarden.app.exit.UserError;
import io.smswarden.app.run.Pipeline;
import java.time.InstantSource;

/** What a demo does after its summary: live traffic until it is stopped. */
final class StayUp {

  private static final double GENTLE_RATE = 5;

  private final DemoOptions options;
  private final Screen screen;
  private final StopSignal stop;

  StayUp(DemoOptions options, Screen screen, StopSignal stop) {
    this.options = options;
    this.screen = screen;
    this.stop = stop;
  }

  void stay(Configuration configuration, String address, Pipeline pipeline, InstantSource clock) {
    double rate = options.rate() > 0 ? options.rate() : GENTLE_RATE;
    screen.blank();
    screen.say("live", "%.0f".formatted(rate), address);
    screen.say("live.end");
    screen.blank();
    LiveWarnings warnings =
        LiveWarnings.start(
            configuration.forProducer(), configuration.serdes(), options.language(), screen::line);
    try {
      new LiveTraffic(configuration.forProducer(), configuration.serdes(), clock, rate)
          .run(() -> stop.isAsked() || pipeline.hasFailed());
    } finally {
      warnings.close();
    }
    if (pipeline.hasFailed()) {
      throw UserError.clusterFailed("the pipeline failed: " + pipeline.failed().join(), null);
    }
    screen.blank();
    screen.say("bye");
  }
}
