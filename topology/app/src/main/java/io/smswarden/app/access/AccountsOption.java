package io.smswarden.app.access;

import io.smswarden.app.config.Settings;
import io.smswarden.app.exit.UserError;
import io.smswarden.console.access.Accounts;
import io.smswarden.console.access.AccountsException;
import io.smswarden.console.access.AccountsFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Option;

/** Which file of accounts is meant. */
final class AccountsOption {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Properties file that names the file of accounts.")
  private Path config;

  @Option(
      names = "--accounts-file",
      paramLabel = "FILE",
      description = "The file of accounts; goes over the configuration.")
  private Path accounts;

  /** The accounts that are there. */
  Accounts current() {
    return file().current();
  }

  /**
   * Changes the file.
   *
   * @throws UserError when it can't be used, or the change is not allowed
   */
  void change(UnaryOperator<Accounts> change) {
    try {
      file().change(change);
    } catch (AccountsException | IllegalArgumentException e) {
      throw UserError.wrongUse(e.getMessage(), e);
    }
  }

  private AccountsFile file() {
    Path path =
        accounts != null
            ? accounts
            : Settings.read(Optional.ofNullable(config), System.getenv()).accountsFile();
    try {
      return AccountsFile.of(path);
    } catch (AccountsException e) {
      throw UserError.wrongUse(e.getMessage(), e);
    }
  }
}
