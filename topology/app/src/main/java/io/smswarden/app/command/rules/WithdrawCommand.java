package io.smswarden.app.command.rules;

import io.smswarden.app.cluster.ClusterOptions;
import io.smswarden.app.exit.ExitCode;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code rules withdraw}. */
@Command(
    name = "withdraw",
    description = "Takes the rules out of force in all instances: only what is shipped decides.")
final class WithdrawCommand implements Callable<Integer> {

  @Mixin private ClusterOptions cluster;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PublishedRules published = new PublishedRules(cluster.settings().configuration());
    String before = published.described();
    published.write(Optional.empty());
    spec.commandLine().getOut().println("no rules are in force; before: " + before);
    return ExitCode.DONE.code();
  }
}
