package io.smswarden.app.command.rules;

import io.smswarden.app.exit.ExitCode;
import io.smswarden.filter.Filter;
import io.smswarden.filter.rule.Examples;
import io.smswarden.filter.rule.RuleMode;
import io.smswarden.filter.rule.RuleSet;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rules check}. */
@Command(
    name = "check",
    description = {
      "Checks a rule set and prints every fault with its line and column.",
      "Ends with 2 when there is one."
    })
final class CheckCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "The rule set.")
  private Path file;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    RuleSet rules = RuleFile.read(file).compiled(Filter.standard()).rules();
    spec.commandLine().getOut().println("%s: %s, no faults".formatted(file, summary(rules)));
    return ExitCode.DONE.code();
  }

  /** Version and numbers of a rule set, in one line. */
  static String summary(RuleSet rules) {
    return "%s, %d rules (%d with an action, %d shadow), %d list entries, %d examples"
        .formatted(
            rules.version(),
            rules.rules().size(),
            count(rules, RuleMode.FORCE),
            count(rules, RuleMode.SHADOW),
            rules.listed(),
            Examples.count(rules));
  }

  private static long count(RuleSet rules, RuleMode mode) {
    return rules.rules().stream().filter(rule -> rule.mode() == mode).count();
  }
}
