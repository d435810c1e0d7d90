package io.smswarden.app.command.rules;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rules}: the operator's rules, from the first draft to what is in force. */
@Command(
    name = "rules",
    description = {
      "Checks, tries and publishes the operator's rules; see deploy/rules/README.md.",
      "In this order: check, test, diff, publish."
    },
    subcommands = {
      CheckCommand.class,
      TestCommand.class,
      DiffCommand.class,
      PublishCommand.class,
      WithdrawCommand.class,
      ShowCommand.class
    })
public final class RulesCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Missing command: check, test, diff, publish, withdraw or show");
  }
}
