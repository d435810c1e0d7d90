package io.smswarden.app.access;

import io.smswarden.app.exit.ExitCode;
import io.smswarden.app.exit.UserError;
import io.smswarden.console.access.NewKey;
import io.smswarden.console.http.Role;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code console key}. */
@Command(name = "key", description = "Makes and revokes API keys.")
final class KeyCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command: add or revoke");
  }

  @Command(
      name = "add",
      description = "Makes a key and prints it: it is shown this once, and kept as a hash.")
  int add(
      @Mixin AccountsOption accounts,
      @Option(
              names = "--role",
              required = true,
              paramLabel = "ROLE",
              description = "APP, VIEWER, AGENT, ANALYST or ADMIN.")
          Role role,
      @Option(
              names = "--subscriber",
              paramLabel = "MSISDN",
              description = "The only subscriber that it may act for, as +8613800000000.")
          String subscriber,
      @Option(
              names = "--expires",
              paramLabel = "TIME",
              description = "Until when it is good, as 2027-01-01T00:00:00Z; default: for ever.")
          Instant expires,
      @Parameters(paramLabel = "NAME", description = "What the audit log calls it.") String name) {
    NewKey key;
    try {
      key =
          NewKey.of(
              name,
              role,
              Optional.ofNullable(subscriber),
              Optional.ofNullable(expires),
              InstantSource.system().instant().truncatedTo(ChronoUnit.MILLIS),
              new SecureRandom());
    } catch (IllegalArgumentException e) {
      throw UserError.wrongUse(e.getMessage(), e);
    }
    accounts.change(all -> all.with(key.key()));
    spec.commandLine().getOut().println(key.text());
    return ExitCode.DONE.code();
  }

  @Command(name = "revoke", description = "Ends a key at once.")
  int revoke(
      @Mixin AccountsOption accounts,
      @Parameters(
              paramLabel = "ID",
              description = "What stands between the underscores of the key.")
          String id) {
    if (accounts.current().key(id).isEmpty()) {
      throw UserError.no("there is no key " + id, null);
    }
    accounts.change(all -> all.withoutKey(id));
    spec.commandLine().getOut().println("revoked " + id);
    return ExitCode.DONE.code();
  }
}
