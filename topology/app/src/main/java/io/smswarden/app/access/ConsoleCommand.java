package io.smswarden.app.access;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code console}: who may use the console. */
@Command(
    name = "console",
    description = {
      "Accounts and API keys of the console, in its file of accounts.",
      "Running instances heed a change at once."
    },
    subcommands = {UserCommand.class, KeyCommand.class})
public final class ConsoleCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command: user or key");
  }
}
