package io.smswarden.app.command.rules;

import io.smswarden.app.cluster.ClusterOptions;
import io.smswarden.app.exit.ExitCode;
import io.smswarden.filter.Filter;
import io.smswarden.filter.rule.Examples;
import io.smswarden.schemas.RuleSetRecord;
import io.smswarden.streams.Topics;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rules publish}. */
@Command(
    name = "publish",
    description = {
      "Puts a rule set in force in all instances, which take it up within a second.",
      "Refuses one with faults (2), or whose examples fail (1)."
    })
final class PublishCommand implements Callable<Integer> {

  @Mixin private ClusterOptions cluster;

  @Option(
      names = "--author",
      required = true,
      paramLabel = "NAME",
      description = "Who answers for it; kept with the rules.")
  private String author;

  @Option(
      names = "--note",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "What changed and why; kept with the rules.")
  private String note;

  @Parameters(paramLabel = "FILE", description = "The rule set.")
  private Path file;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (author.isBlank()) {
      throw new ParameterException(spec.commandLine(), "--author must not be blank");
    }
    RuleFile read = RuleFile.read(file);
    Filter filter = read.compiled(Filter.standard());
    PrintWriter out = spec.commandLine().getOut();
    List<Examples.Failure> failures = Examples.failures(filter);
    if (!failures.isEmpty()) {
      failures.forEach(failure -> out.println(TestCommand.line(failure)));
      out.println("not published: %d examples failed".formatted(failures.size()));
      return ExitCode.NO.code();
    }
    PublishedRules published = new PublishedRules(cluster.settings().configuration());
    String before = published.described();
    published.write(
        Optional.of(
            new RuleSetRecord(
                Topics.RULES_IN_FORCE,
                filter.rules().version(),
                read.yaml(),
                author,
                InstantSource.system().instant().truncatedTo(ChronoUnit.MILLIS),
                note)));
    out.println("published %s; before: %s".formatted(CheckCommand.summary(filter.rules()), before));
    return ExitCode.DONE.code();
  }
}
