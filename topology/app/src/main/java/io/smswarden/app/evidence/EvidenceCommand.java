package io.smswarden.app.evidence;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code evidence}: flagged messages as evidence, from the keys to the package for a court. */
@Command(
    name = "evidence",
    description = {
      "Makes keys, exports and verifies evidence, and erases what a law wants erased.",
      "See deploy/evidence.md."
    },
    subcommands = {
      KeygenCommand.class,
      ExportCommand.class,
      VerifyCommand.class,
      EraseCommand.class
    })
public final class EvidenceCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Missing command: keygen, export, verify or erase");
  }
}
