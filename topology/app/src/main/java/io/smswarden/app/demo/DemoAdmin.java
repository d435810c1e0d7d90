package io.smswarden.app.demo;

import io.smswarden.console.access.Account;
import io.smswarden.console.access.AccountsFile;
import io.smswarden.console.access.Passwords;
import io.smswarden.console.http.Role;
import java.nio.file.Path;
import java.security.SecureRandom;

/** The account to look at a demo's console with: its password is made anew for each run. */
record DemoAdmin(String name, String password) {

  private static final String NAME = "admin";
  private static final int GROUPS = 4;
  private static final int GROUP_LENGTH = 5;

  /** Without those that are taken for each other. */
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

  /** Puts it into a file of accounts, in the place of the one before. */
  static DemoAdmin in(Path accounts, SecureRandom random) {
    String password = password(random);
    String hash = new Passwords().hash(password);
    AccountsFile.of(accounts).change(all -> all.with(new Account(NAME, Role.ADMIN, hash)));
    return new DemoAdmin(NAME, password);
  }

  private static String password(SecureRandom random) {
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < GROUPS * GROUP_LENGTH; i++) {
      password
          .append(i > 0 && i % GROUP_LENGTH == 0 ? "-" : "")
          .append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return password.toString();
  }

  @Override
  public String toString() {
    return "DemoAdmin[" + name + "]";
  }
}
