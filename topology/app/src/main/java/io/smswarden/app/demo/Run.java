package io.smswarden.app.demo;

import io.smswarden.app.config.Configuration;
import io.smswarden.app.demo.Summary.Recognition;
import io.smswarden.app.demo.Summary.Share;
import io.smswarden.app.demo.Summary.Speed;
import io.smswarden.app.exit.StopSignal;
import io.smswarden.app.exit.UserError;
import io.smswarden.app.run.Pipeline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.admin.Admin;

/** Sends a feed through a pipeline and sees to it that every message comes out. */
final class Run {

  /** So many messages are under way at most: latency is the pipeline's and not a queue's. */
  static final long SHORT_QUEUE = 1_000;

  /** A queue that keeps the pipeline busy; what is learnt comes some minutes of the day later. */
  static final long LONG_QUEUE = 3_000;

  private static final int SUSPICIOUS_SENDERS = 10;

  private final Configuration configuration;
  private final Admin admin;
  private final Pipeline pipeline;
  private final InstantSource clock;
  private final StopSignal stop;
  private final long mostInFlight;
  private final BooleanSupplier giveUp;

  Run(
      Configuration configuration,
      Admin admin,
      Pipeline pipeline,
      InstantSource clock,
      StopSignal stop,
      long mostInFlight) {
    this.configuration = configuration;
    this.admin = admin;
    this.pipeline = pipeline;
    this.clock = clock;
    this.stop = stop;
    this.mostInFlight = mostInFlight;
    this.giveUp = () -> stop.isAsked() || pipeline.hasFailed();
  }

  /**
   * Sends what is left of a feed and waits until all of it is judged.
   *
   * @return what the topics hold then, and how that compares with what was sent if it is known; of
   *     no meaning if stopped before
   * @throws UserError if the pipeline fails
   */
  Outcome through(Feed feed, Screen screen) {
    CompletableFuture.anyOf(pipeline.running(), pipeline.failed(), stop.asked()).join();
    Tally tally = new Tally(clock.instant());
    try (TopicReader reader =
        TopicReader.start(configuration.forProducer(), configuration.serdes(), clock, tally)) {
      Drain drain =
          new Drain(
              admin,
              configuration.applicationId(),
              reader,
              new Repartitions(configuration.forConsumer()));
      drain.catchUp(giveUp);
      long settledBefore = tally.settled();
      if (tally.messages() > 0) {
        screen.say(
            "resumed", SummaryText.number(tally.messages()), SummaryText.number(settledBefore));
      }
      Instant begin = clock.instant();
      send(feed, screen, tally, reader, drain);
      if (pipeline.hasFailed()) {
        throw UserError.clusterFailed("the pipeline failed: " + pipeline.failed().join(), null);
      }
      Summary summary =
          new Summary(
              tally.counts(),
              speed(tally, tally.settled() - settledBefore, begin),
              recognition(feed, tally),
              tally.mostSuspicious(SUSPICIOUS_SENDERS),
              tally.mismatches());
      return new Outcome(summary, report(feed, tally, begin));
    }
  }

  /**
   * What came of a run.
   *
   * @param report how it compares with what the messages really are; empty where that is unknown
   */
  record Outcome(Summary summary, Optional<Report> report) {}

  private Optional<Report> report(Feed feed, Tally tally, Instant begin) {
    if (!(feed instanceof TrafficFeed traffic)) {
      return Optional.empty();
    }
    int cap = configuration.pipeline().alerts().dailyCap();
    Duration took = Duration.between(begin, tally.lastVerdict());
    return Optional.of(Report.of(traffic.ledger(), tally, cap, took));
  }

  private void send(Feed feed, Screen screen, Tally tally, TopicReader reader, Drain drain) {
    try (Progress progress = screen.progress(feed.messages())) {
      reader.afterBatch(
          () -> progress.at(tally.settled(), Math.max(tally.messages(), feed.messages())));
      feed.send(() -> reader.await(() -> tally.inFlight() < mostInFlight, giveUp), giveUp);
      drain.finish(giveUp);
      progress.at(tally.settled(), tally.messages());
    } finally {
      reader.afterBatch(() -> {});
    }
  }

  private static Optional<Speed> speed(Tally tally, long judged, Instant begin) {
    Histogram latency = tally.latencyMillis();
    if (judged == 0 || latency.getTotalCount() == 0) {
      return Optional.empty();
    }
    double seconds = Duration.between(begin, tally.lastVerdict()).toMillis() / 1000.0;
    return Optional.of(
        new Speed(
            judged / Math.max(seconds, 0.001),
            latency.getValueAtPercentile(50),
            latency.getValueAtPercentile(99)));
  }

  private static Optional<Recognition> recognition(Feed feed, Tally tally) {
    if (!(feed instanceof TrafficFeed traffic)) {
      return Optional.empty();
    }
    return Optional.of(
        new Recognition(
            share(traffic.ledger().harmful(), tally),
            share(traffic.ledger().adverts(), tally),
            share(traffic.ledger().honest(), tally)));
  }

  private static Share share(IdSet ids, Tally tally) {
    return new Share(ids.size(), tally.flaggedOf(ids));
  }
}
