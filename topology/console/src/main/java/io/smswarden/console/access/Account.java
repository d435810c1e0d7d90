package io.smswarden.console.access;

import io.smswarden.console.http.Role;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A person who signs in with a password.
 *
 * @param name what it is called in the audit log
 * @param password its hash in the PHC string format
 */
public record Account(String name, Role role, String password) {

  /** What an account may be called. */
  static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");

  /** Checks the name and the role. */
  public Account {
    Objects.requireNonNull(password, "password");
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "an account's name has 1 to 64 letters, digits, dots, dashes, @ or _, and begins with a"
              + " letter or digit");
    }
    if (!role.given() || role == Role.APP) {
      throw new IllegalArgumentException("no person has the role " + role);
    }
  }

  @Override
  public String toString() {
    return "Account[%s, %s]".formatted(name, role);
  }
}
