package io.smswarden.console.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smswarden.console.http.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountsFileTest {

  private static final Account ALICE = new Account("alice", Role.ADMIN, "$argon2id$a");
  private static final Account BOB = new Account("bob", Role.VIEWER, "$argon2id$b");

  @TempDir Path directory;

  private Path path() {
    return directory.resolve("accounts.yaml");
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    NewKey key =
        NewKey.of(
            "app",
            Role.APP,
            Optional.of("+8613800138000"),
            Optional.of(Instant.parse("2027-01-01T00:00:00Z")),
            Instant.parse("2026-11-25T08:00:00Z"),
            new SecureRandom());
    AccountsFile.of(path()).change(all -> all.with(ALICE).with(key.key()));

    Accounts read = AccountsFile.of(path()).current();
    assertThat(read.accounts()).containsExactly(ALICE);
    assertThat(read.keys()).containsExactly(key.key());
    assertThat(path()).content().doesNotContain(key.text(), key.text().substring(12));
  }

  @Test
  void aChangeByAnotherIsSeenAtOnce() {
    AccountsFile here = AccountsFile.of(path());
    assertThat(here.current()).isEqualTo(Accounts.NONE);

    AccountsFile.of(path()).change(all -> all.with(ALICE));
    assertThat(here.current().accounts()).containsExactly(ALICE);
    AccountsFile.of(path()).change(all -> all.without("alice").with(BOB));
    assertThat(here.current().accounts()).containsExactly(BOB);
  }

  @Test
  void aFileThatBreaksLeavesTheAccountsAsTheyWere() throws IOException {
    AccountsFile file = AccountsFile.of(path());
    file.change(all -> all.with(ALICE));
    Files.writeString(path(), "accounts: [{name: mallory, role: BOSS, password: x}]");

    assertThat(file.current().accounts()).containsExactly(ALICE);
    assertThatThrownBy(() -> AccountsFile.of(path()))
        .isInstanceOf(AccountsException.class)
        .hasMessageContaining("BOSS is no role");
  }

  @Test
  void aChangeThatIsRefusedLeavesTheFileAndNothingBesideIt() throws IOException {
    AccountsFile file = AccountsFile.of(path());
    file.change(all -> all.with(ALICE));

    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                file.change(
                    all -> {
                      throw new IllegalArgumentException("no");
                    }));
    assertThat(file.current().accounts()).containsExactly(ALICE);
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files.map(each -> each.getFileName().toString()))
          .containsExactlyInAnyOrder("accounts.yaml", "accounts.yaml.lock");
    }
  }

  @Test
  void changesThatAreMadeAtOnceAreAllKept() {
    List<String> names = IntStream.range(0, 20).mapToObj(number -> "user-" + number).toList();

    names.parallelStream()
        .forEach(
            name ->
                AccountsFile.of(path())
                    .change(all -> all.with(new Account(name, Role.VIEWER, "$argon2id$x"))));

    assertThat(AccountsFile.of(path()).current().accounts())
        .extracting(Account::name)
        .containsExactlyInAnyOrderElementsOf(names);
  }

  @Test
  void onlyItsOwnerReadsIt() throws IOException {
    AccountsFile.of(path()).change(all -> all.with(ALICE));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path())))
        .isEqualTo("rw-------");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "accounts: {}",
        "users: []",
        "accounts: [{name: a, role: VIEWER}]",
        "accounts: [{name: a, role: VIEWER, password: x, admin: true}]",
        "accounts: [{name: 'a b', role: VIEWER, password: x}]",
        "accounts: [{name: a, role: APP, password: x}]",
        "accounts: [{name: a, role: VIEWER, password: x}, {name: a, role: ADMIN, password: y}]",
        "keys: [{id: '1', name: k, role: INSTANCE, secret: x, created: 2026-11-25T08:00:00Z}]",
        "keys: [{id: '1', name: k, role: VIEWER, secret: x, created: yesterday}]",
        "keys: [{id: '1', name: k, role: VIEWER, secret: x, subscriber: '+861', created:"
            + " 2026-11-25T08:00:00Z}]",
        "accounts: [",
      })
  void aFileWithAFaultIsRefused(String yaml) throws IOException {
    Files.writeString(path(), yaml);

    assertThatThrownBy(() -> AccountsFile.of(path()))
        .isInstanceOf(AccountsException.class)
        .hasMessageContaining(path().toString());
  }
}
