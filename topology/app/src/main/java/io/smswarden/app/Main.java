package io.smswarden.app;

import io.smswarden.app.access.ConsoleCommand;
import io.smswarden.app.bench.BenchCommand;
import io.smswarden.app.broker.BrokerCommand;
import io.smswarden.app.command.EvaluateCommand;
import io.smswarden.app.command.ScoreCommand;
import io.smswarden.app.command.TrainCommand;
import io.smswarden.app.command.rules.RulesCommand;
import io.smswarden.app.delivery.DeliverCommand;
import io.smswarden.app.demo.DemoCommand;
import io.smswarden.app.dlq.DlqCommand;
import io.smswarden.app.evidence.EvidenceCommand;
import io.smswarden.app.exit.ErrorLines;
import io.smswarden.app.exit.UseLines;
import io.smswarden.app.log.Logging;
import io.smswarden.app.replay.ReplayCommand;
import io.smswarden.app.run.RunCommand;
import io.smswarden.app.topics.TopicsCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code smswarden} command; everything it does is a sub-command. */
@Command(
    name = "smswarden",
    description = "Real-time SMS filter for operators, on Kafka Streams.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:the answer is no: a verification failed, a bar was missed",
      "2:wrong use or configuration",
      "3:the cluster failed",
      "70:a fault of the program itself"
    })
public final class Main implements Callable<Integer> {

  /** The sub-commands, in the order of the help. */
  private static final List<Class<?>> COMMANDS =
      List.of(
          DemoCommand.class,
          RunCommand.class,
          DeliverCommand.class,
          TopicsCommand.class,
          ReplayCommand.class,
          ScoreCommand.class,
          EvaluateCommand.class,
          TrainCommand.class,
          RulesCommand.class,
          EvidenceCommand.class,
          DlqCommand.class,
          ConsoleCommand.class,
          BenchCommand.class,
          BrokerCommand.class);

  @Spec private CommandSpec spec;

  private boolean verbose;

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "Log more, and show where an unexpected error came from.")
  void verbose(boolean on) {
    verbose = on;
    if (on) {
      Logging.verbose();
    }
  }

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] args) {
    // Texts are Chinese as often as not, whatever the locale of the service that runs this.
    System.exit(
        run(
            new PrintWriter(System.out, true, StandardCharsets.UTF_8),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8),
            args));
  }

  static int run(PrintWriter out, PrintWriter err, String... args) {
    Main main = new Main();
    CommandLine line = new CommandLine(main);
    COMMANDS.forEach(line::addSubcommand);
    return line.setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(new UseLines())
        .setExecutionExceptionHandler(new ErrorLines(() -> main.verbose))
        .execute(args);
  }

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "Missing command");
  }
}
