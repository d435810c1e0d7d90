package io.smswarden.console.access;

import io.smswarden.console.http.Role;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who has signed in.
 *
 * @param id what the cookie holds; nobody else must know it
 * @param csrf what each unsafe request must hold
 * @param password the account's hash when it signed in; empty for who signed in elsewhere
 */
record Session(
    String id,
    String csrf,
    String user,
    Role role,
    Optional<String> password,
    Instant since,
    Instant lastUsed) {

  Session withRole(Role now) {
    return new Session(id, csrf, user, now, password, since, lastUsed);
  }

  Session usedAt(Instant now) {
    return new Session(id, csrf, user, role, password, since, now);
  }

  @Override
  public String toString() {
    return "Session[%s, %s]".formatted(user, role);
  }
}
