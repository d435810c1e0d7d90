package io.smswarden.app.demo;

import io.smswarden.app.exit.StopSignal;
import io.smswarden.app.log.Logging;
import io.smswarden.app.traffic.DayPlan;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code demo}: everything on one machine. */
@Command(
    name = "demo",
    description = {
      "Runs everything on this machine: a Kafka broker, the pipeline, and a made-up day of an",
      "operator, or labelled files with --input. Shows what came of it, and then stays up with",
      "live traffic until Ctrl-C, or ends with --exit. With --report, compares the verdicts of a",
      "large day with what its messages really are, and ends: 0 when every bar is met, else 1."
    })
public final class DemoCommand implements Callable<Integer> {

  private static final long MESSAGES = 20_000;
  private static final long MESSAGES_OF_A_REPORT = 1_000_000;
  private static final int SENDERS_OF_A_REPORT = 50_000;
  private static final int CAMPAIGNS_OF_A_REPORT = 30;

  @Option(
      names = "--report",
      description = {
        "Tell what became of each campaign, what honest traffic was flagged, and how many alerts",
        "a subscriber got."
      })
  private boolean report;

  @Option(
      names = "--messages",
      paramLabel = "N",
      description =
          "Messages of the made-up day; default: "
              + MESSAGES
              + ", or with --report "
              + MESSAGES_OF_A_REPORT
              + ".")
  private Long messages;

  @Option(
      names = "--senders",
      paramLabel = "N",
      description =
          "With --report, about how many senders the day has; default: "
              + SENDERS_OF_A_REPORT
              + ".")
  private Integer senders;

  @Option(
      names = "--campaigns",
      paramLabel = "N",
      description = {
        "With --report, how many campaigns, which rotate 20 to 2000 numbers each; default: "
            + CAMPAIGNS_OF_A_REPORT
            + "."
      })
  private Integer campaigns;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "The same seed gives the same day; default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "0",
      description = "Messages a second; default: as fast as the pipeline takes them.")
  private double rate;

  @Option(
      names = "--input",
      paramLabel = "FILE",
      arity = "1..*",
      description = {
        "Labelled files to send instead, .gz or not:",
        "spam|ham<TAB>source[:category]<TAB>text. Each line comes from a sender of its own."
      })
  private List<Path> inputs = List.of();

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description = {
        "Keeps everything there. What was interrupted goes on where it stopped.",
        "Default: a temporary directory, deleted at the end."
      })
  private Path dataDir;

  @Option(
      names = "--http-port",
      paramLabel = "PORT",
      description = "Port of 127.0.0.1 for metrics and health; default: 8080, or a free one.")
  private Integer httpPort;

  @Option(names = "--exit", description = "End with the summary.")
  private boolean exit;

  @Option(
      names = "--json",
      description = "Print the summary as one JSON object, the rest to stderr.")
  private boolean json;

  @Option(
      names = "--language",
      paramLabel = "zh|en",
      description = "Language of what is shown; default: the locale's.")
  private Language language;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (messages != null && messages < 0) {
      throw new ParameterException(spec.commandLine(), "--messages must not be negative");
    }
    checkReport();
    if (!(rate >= 0)) {
      throw new ParameterException(spec.commandLine(), "--rate must not be negative");
    }
    DemoOptions options =
        new DemoOptions(
            plan(),
            report,
            rate,
            Optional.ofNullable(dataDir),
            httpPort == null ? OptionalInt.empty() : OptionalInt.of(httpPort),
            inputs,
            exit || report,
            json,
            language == null ? Language.of(Locale.getDefault()) : language);
    Logging.quiet();
    StopSignal stop = StopSignal.install();
    Screen screen =
        new Screen(
            spec.commandLine().getOut(), spec.commandLine().getErr(), json, options.language());
    return new Demo(options, screen, InstantSource.system(), stop).run().code();
  }

  private void checkReport() {
    if (!report && (senders != null || campaigns != null)) {
      throw new ParameterException(
          spec.commandLine(), "--senders and --campaigns are for --report only");
    }
    if (report && !inputs.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--report is of the made-up day; use evaluate for labelled files");
    }
    if ((senders != null && senders < 1) || (campaigns != null && campaigns < 1)) {
      throw new ParameterException(
          spec.commandLine(), "--senders and --campaigns must be at least 1");
    }
  }

  private DayPlan plan() {
    if (!report) {
      return DayPlan.of(seed, messages == null ? MESSAGES : messages, LocalDate.EPOCH);
    }
    return new DayPlan(
        seed,
        messages == null ? MESSAGES_OF_A_REPORT : messages,
        LocalDate.EPOCH,
        Optional.of(
            new DayPlan.Crowd(
                senders == null ? SENDERS_OF_A_REPORT : senders,
                campaigns == null ? CAMPAIGNS_OF_A_REPORT : campaigns)));
  }
}
