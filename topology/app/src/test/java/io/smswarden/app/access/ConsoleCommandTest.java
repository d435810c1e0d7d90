package io.smswarden.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.smswarden.app.exit.ErrorLines;
import io.smswarden.console.access.Accounts;
import io.smswarden.console.access.AccountsFile;
import io.smswarden.console.http.Role;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ConsoleCommandTest {

  private final InputStream in = System.in;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path directory;

  @AfterEach
  void giveBack() {
    System.setIn(in);
  }

  private int run(String input, String... args) {
    System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
    return new CommandLine(new ConsoleCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(new ErrorLines(() -> false))
        .execute(args);
  }

  private Path file() {
    return directory.resolve("accounts.yaml");
  }

  private Accounts accounts() {
    return AccountsFile.of(file()).current();
  }

  @Test
  void anAccountIsAddedGivenAnotherPasswordAndRemoved() {
    String file = "--accounts-file=" + file();
    assertThat(run("a long password\n", "user", "add", file, "--role=admin", "alice")).isZero();
    String before = accounts().account("alice").orElseThrow().password();
    assertThat(accounts().account("alice").orElseThrow().role()).isEqualTo(Role.ADMIN);
    assertThat(before).startsWith("$argon2id$").doesNotContain("a long password");

    assertThat(run("a long password\n", "user", "add", file, "--role=viewer", "alice"))
        .isEqualTo(2);
    assertThat(run("yet another phrase\n", "user", "password", file, "alice")).isZero();
    assertThat(accounts().account("alice").orElseThrow().password()).isNotEqualTo(before);
    assertThat(run("", "user", "remove", file, "alice")).isZero();
    assertThat(accounts().accounts()).isEmpty();
    assertThat(run("", "user", "remove", file, "alice")).isEqualTo(1);
    assertThat(out.toString() + err).doesNotContain("long password", "yet another phrase");
  }

  @Test
  void aPasswordThatIsTooShortIsRefused() {
    assertThat(run("short\n", "user", "add", "--accounts-file=" + file(), "--role=admin", "alice"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("12");
    assertThat(file()).doesNotExist();
  }

  @Test
  void aKeyIsPrintedOnceAndRevokedByItsId() throws Exception {
    String file = "--accounts-file=" + file();
    assertThat(run("", "key", "add", file, "--role=APP", "--subscriber=+8613800138000", "app-17"))
        .isZero();
    String key = out.toString().strip();
    assertThat(key).matches("sw_[0-9a-f]{8}_[0-9a-f]{64}");
    assertThat(Files.readString(file())).doesNotContain(key.substring(12));

    assertThat(run("", "key", "revoke", file, key.substring(3, 11))).isZero();
    assertThat(accounts().keys()).isEmpty();
  }

  @Test
  void aKeyOfOneSubscriberHasNoOtherRole() {
    assertThat(
            run(
                "",
                "key",
                "add",
                "--accounts-file=" + file(),
                "--role=ADMIN",
                "--subscriber=+8613800138000",
                "app-17"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("APP");
  }

  @Test
  void theFileIsTheConfigurationsUnlessOneIsGiven() throws Exception {
    Path config =
        Files.writeString(
            directory.resolve("warden.properties"),
            "smswarden.console.accounts-file=" + file() + "\n");
    assertThat(
            run("a long password\n", "user", "add", "--config=" + config, "--role=VIEWER", "bob"))
        .isZero();
    assertThat(accounts().account("bob")).isPresent();
  }
}
