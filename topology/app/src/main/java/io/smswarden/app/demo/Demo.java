package io.smswarden.app.demo;

import io.smswarden.app.broker.EmbeddedBroker;
import io.smswarden.app.cluster.Cluster;
import io.smswarden.app.config.Configuration;
import io.smswarden.app.config.Settings;
import io.smswarden.app.exit.ExitCode;
import io.smswarden.app.exit.StopSignal;
import io.smswarden.app.exit.UserError;
import io.smswarden.app.metrics.Metrics;
import io.smswarden.app.replay.LineFormat;
import io.smswarden.app.replay.ReplayFile;
import io.smswarden.app.replay.ReplayOptions;
import io.smswarden.app.replay.Replayer;
import io.smswarden.app.run.Pipeline;
import io.smswarden.app.topics.TopicPlan;
import io.smswarden.filter.Filter;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;

/** A whole operator on one machine, from the broker to the summary. */
final class Demo {

  private static final int PARTITIONS = 4;
  private static final Duration TOPICS_WITHIN = Duration.ofSeconds(30);

  private final DemoOptions options;
  private final Screen screen;
  private final InstantSource clock;
  private final StopSignal stop;

  Demo(DemoOptions options, Screen screen, InstantSource clock, StopSignal stop) {
    this.options = options;
    this.screen = screen;
    this.clock = clock;
    this.stop = stop;
  }

  /**
   * Runs to the end.
   *
   * @throws UserError what whoever started it can mend
   */
  ExitCode run() {
    // Read first: a file that isn't there needs no broker to tell.
    List<ReplayFile> files = options.inputs().stream().map(ReplayFile::of).toList();
    CompletableFuture<Filter> filter = CompletableFuture.supplyAsync(Filter::standard);
    screen.say("intro");
    try (DataDirectory directory = DataDirectory.open(options.dataDir());
        EmbeddedBroker broker = EmbeddedBroker.start(directory.path())) {
      screen.say("broker", broker.bootstrapServers(), place(directory));
      Configuration configuration = configuration(broker, directory);
      try (Admin admin = Cluster.connect(configuration);
          Metrics metrics = new Metrics(clock)) {
        TopicPlan.shipped().forOneBroker(PARTITIONS).create(admin, TOPICS_WITHIN);
        try (DemoServer server = DemoServer.of(options, configuration, metrics, clock);
            Pipeline pipeline =
                Pipeline.start(configuration, filter.join(), metrics, server.observer(), clock)) {
          server.show(pipeline);
          server
              .address()
              .ifPresent(
                  address -> {
                    DemoAdmin account = DemoAdmin.in(directory.accounts(), new SecureRandom());
                    screen.say("console", address);
                    screen.say("console.account", account.name(), account.password());
                  });
          return feedAndWatch(configuration, admin, server, pipeline, files, directory);
        }
      }
    }
  }

  private ExitCode feedAndWatch(
      Configuration configuration,
      Admin admin,
      DemoServer server,
      Pipeline pipeline,
      List<ReplayFile> files,
      DataDirectory directory) {
    Run run =
        new Run(
            configuration,
            admin,
            pipeline,
            clock,
            stop,
            options.report() ? Run.LONG_QUEUE : Run.SHORT_QUEUE);
    Feed feed = files.isEmpty() ? traffic(configuration) : files(configuration, files);
    announce(files);
    Run.Outcome outcome = run.through(feed, screen);
    if (stop.isAsked()) {
      screen.blank();
      if (directory.temporary()) {
        screen.say("stopped");
      } else {
        screen.say("stopped.resume", directory.path());
      }
      return ExitCode.NO;
    }
    Summary summary = outcome.summary();
    Optional<Report> report = outcome.report().filter(known -> options.report());
    screen.show(summary, report);
    if (server.address().isPresent()) {
      new StayUp(options, screen, stop)
          .stay(configuration, server.address().get(), pipeline, clock);
    }
    return summary.reconciled() && report.map(Report::met).orElse(true)
        ? ExitCode.DONE
        : ExitCode.NO;
  }

  private Configuration configuration(EmbeddedBroker broker, DataDirectory directory) {
    String origin = "demo";
    return Settings.forCluster(broker.bootstrapServers())
        .with("smswarden.state-dir", directory.state().toString(), origin)
        .with("smswarden.commit-interval", "50ms", origin)
        .with("smswarden.evidence.key-file", directory.evidenceKeys().toString(), origin)
        .with("smswarden.evidence.checkpoint-interval", "2s", origin)
        .with("smswarden.console.accounts-file", directory.accounts().toString(), origin)
        // Started again after a kill, it takes the place of the one before at once instead of
        // waiting for that one's session to end.
        .with("kafka.main.consumer.group.instance.id", "demo", origin)
        // A transaction's first batch waits until the one before has ended. Batches that overtake
        // it are refused and sent again, which costs more than sending them one after another.
        .with("kafka.producer.max.in.flight.requests.per.connection", "1", origin)
        .with("kafka.producer.retry.backoff.ms", "10", origin)
        .configuration();
  }

  private Feed traffic(Configuration configuration) {
    return new TrafficFeed(
        configuration.forProducer(), configuration.serdes(), clock, options.plan(), options.rate());
  }

  private Feed files(Configuration configuration, List<ReplayFile> files) {
    return new FileFeed(
        files,
        new Replayer(configuration.forProducer(), configuration.serdes(), clock),
        new ReplayOptions(LineFormat.LABELLED, "CN", options.rate(), false),
        screen::line);
  }

  private void announce(List<ReplayFile> files) {
    if (files.isEmpty()) {
      screen.say(
          "feeding.traffic",
          SummaryText.number(options.plan().messages()),
          Long.toString(options.plan().seed()));
    } else {
      long lines = files.stream().mapToLong(ReplayFile::lines).sum();
      List<String> names =
          files.stream().map(file -> file.path().getFileName().toString()).toList();
      screen.say("feeding.files", SummaryText.number(lines), String.join(", ", names));
    }
  }

  private String place(DataDirectory directory) {
    String path = directory.path().toString();
    return directory.temporary() ? options.language().text("data.temporary", path) : path;
  }
}
