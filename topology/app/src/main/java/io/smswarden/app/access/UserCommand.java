package io.smswarden.app.access;

import io.smswarden.app.exit.ExitCode;
import io.smswarden.app.exit.UserError;
import io.smswarden.console.access.Account;
import io.smswarden.console.http.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code console user}. */
@Command(name = "user", description = "Adds and removes accounts, and sets their passwords.")
final class UserCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command: add, remove or password");
  }

  @Command(
      name = "add",
      description = "Adds an account; asks for the password, or reads it from the standard input.")
  int add(
      @Mixin AccountsOption accounts,
      @Option(
              names = "--role",
              required = true,
              paramLabel = "ROLE",
              description = "VIEWER, AGENT, ANALYST or ADMIN.")
          Role role,
      @Parameters(paramLabel = "NAME", description = "Its name.") String name) {
    String hash = PasswordInput.hash();
    accounts.change(
        all -> {
          if (all.account(name).isPresent()) {
            throw new IllegalArgumentException(
                "there is an account %s; 'console user password' gives it another password"
                    .formatted(name));
          }
          return all.with(new Account(name, role, hash));
        });
    spec.commandLine().getOut().println("added %s, %s".formatted(name, role));
    return ExitCode.DONE.code();
  }

  @Command(name = "remove", description = "Removes an account, and ends its sessions.")
  int remove(
      @Mixin AccountsOption accounts,
      @Parameters(paramLabel = "NAME", description = "Its name.") String name) {
    known(accounts, name);
    accounts.change(all -> all.without(name));
    spec.commandLine().getOut().println("removed " + name);
    return ExitCode.DONE.code();
  }

  @Command(
      name = "password",
      description = "Gives an account another password, and ends its sessions.")
  int password(
      @Mixin AccountsOption accounts,
      @Parameters(paramLabel = "NAME", description = "Its name.") String name) {
    Account account = known(accounts, name);
    String hash = PasswordInput.hash();
    accounts.change(all -> all.with(new Account(name, account.role(), hash)));
    spec.commandLine().getOut().println("changed " + name);
    return ExitCode.DONE.code();
  }

  private static Account known(AccountsOption accounts, String name) {
    return accounts
        .current()
        .account(name)
        .orElseThrow(() -> UserError.no("there is no account " + name, null));
  }
}
