package io.smswarden.app.command.rules;

import io.smswarden.app.exit.ExitCode;
import io.smswarden.filter.Filter;
import io.smswarden.filter.rule.Examples;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rules test}. */
@Command(
    name = "test",
    description = {
      "Runs the examples that stand in a rule set.",
      "Ends with 1 when a rule doesn't do as its example says."
    })
final class TestCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "The rule set.")
  private Path file;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Filter filter = RuleFile.read(file).compiled(Filter.standard());
    List<Examples.Failure> failures = Examples.failures(filter);
    PrintWriter out = spec.commandLine().getOut();
    failures.forEach(failure -> out.println(line(failure)));
    int count = Examples.count(filter.rules());
    long silent = filter.rules().rules().stream().filter(r -> r.examples().isEmpty()).count();
    out.println(
        "%s: %d of %d examples passed%s"
            .formatted(
                file,
                count - failures.size(),
                count,
                silent == 0 ? "" : "; %d rules have none".formatted(silent)));
    return (failures.isEmpty() ? ExitCode.DONE : ExitCode.NO).code();
  }

  /** What went wrong with an example, without its text. */
  static String line(Examples.Failure failure) {
    String what = failure.example().match() ? "match %d: it did not fire" : "miss %d: it fired";
    List<String> fired = failure.fired();
    return "%s, examples, %s; what fired: %s (%s, %s, score %.3f)"
        .formatted(
            failure.rule(),
            what.formatted(failure.example().number()),
            fired.isEmpty() ? "nothing" : String.join(", ", fired),
            failure.verdict().action(),
            failure.verdict().category(),
            failure.verdict().score());
  }
}
