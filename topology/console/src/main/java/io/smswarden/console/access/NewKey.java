package io.smswarden.console.access;

import io.smswarden.console.http.Role;
import io.smswarden.filter.Msisdn;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;

/**
 * A key that was just made.
 *
 * @param key what is kept of it
 * @param text the whole key; it is shown once and kept nowhere
 */
public record NewKey(ApiKey key, String text) {

  /**
   * Makes one.
   *
   * @param subscriber E.164 with +; empty for any
   * @throws IllegalArgumentException with what is not allowed
   */
  public static NewKey of(
      String name,
      Role role,
      Optional<String> subscriber,
      Optional<Instant> expiresAt,
      Instant now,
      SecureRandom random) {
    if (expiresAt.isPresent() && !expiresAt.get().isAfter(now)) {
      throw new IllegalArgumentException("a key must not have expired when it is made");
    }
    Optional<Msisdn> only =
        subscriber.map(
            number ->
                Msisdn.parse(number, "ZZ")
                    .orElseThrow(
                        () ->
                            new IllegalArgumentException(
                                "the subscriber must be a number such as +8613800000000")));
    KeySecret secret = KeySecret.random(random);
    return new NewKey(
        new ApiKey(secret.id(), name, role, secret.hash(), only, now, expiresAt), secret.text());
  }

  @Override
  public String toString() {
    return "NewKey[" + key + "]";
  }
}
