package io.smswarden.app.command.rules;

import io.smswarden.app.cluster.ClusterOptions;
import io.smswarden.app.exit.ExitCode;
import io.smswarden.schemas.RuleSetRecord;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code rules show}. */
@Command(
    name = "show",
    description = {
      "Prints the published rule set as it was written, and to the error output who published it when.",
      "Ends with 1 when there is none."
    })
final class ShowCommand implements Callable<Integer> {

  @Mixin private ClusterOptions cluster;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Optional<RuleSetRecord> rules = new PublishedRules(cluster.settings().configuration()).read();
    PrintWriter err = spec.commandLine().getErr();
    if (rules.isEmpty()) {
      err.println("no rules are published");
      return ExitCode.NO.code();
    }
    RuleSetRecord published = rules.get();
    err.println(
        "%s, published %s by %s"
            .formatted(published.getVersion(), published.getPublishedAt(), published.getAuthor()));
    // Exactly what was published: the output is a rule set to go on from.
    PrintWriter out = spec.commandLine().getOut();
    out.print(published.getYaml());
    out.flush();
    return ExitCode.DONE.code();
  }
}
