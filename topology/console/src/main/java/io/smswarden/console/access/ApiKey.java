package io.smswarden.console.access;

import io.smswarden.console.http.Role;
import io.smswarden.filter.Msisdn;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A program's key.
 *
 * @param id the part of the key that may be shown
 * @param name what it is called in the audit log
 * @param hash SHA-256 of the secret part, in hexadecimal; the secret has 256 random bits, so that
 *     there is nothing to try out
 * @param subscriber the only subscriber that it may act for; empty for any
 * @param expiresAt from when on it is no longer good; empty for never
 */
public record ApiKey(
    String id,
    String name,
    Role role,
    String hash,
    Optional<Msisdn> subscriber,
    Instant createdAt,
    Optional<Instant> expiresAt) {

  /** Checks the name and the role. */
  public ApiKey {
    Objects.requireNonNull(hash, "hash");
    Objects.requireNonNull(createdAt, "createdAt");
    if (!Account.NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a key's name has 1 to 64 letters, digits, dots, dashes, @ or _, and begins with a letter"
              + " or digit");
    }
    if (!role.given()) {
      throw new IllegalArgumentException("no key has the role " + role);
    }
    if (subscriber.isPresent() && role != Role.APP) {
      throw new IllegalArgumentException(
          "a key for one subscriber has the role APP: any other sees what is of all");
    }
  }

  /** Whether it is still good. */
  boolean goodAt(Instant now) {
    return expiresAt.isEmpty() || now.isBefore(expiresAt.get());
  }

  @Override
  public String toString() {
    return "ApiKey[%s, %s, %s]".formatted(id, name, role);
  }
}
