package io.smswarden.console.access;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How the console lets people in.
 *
 * @param front how it is reached
 * @param idle after so long without a request a session ends
 * @param longest after so long it ends in any case
 * @param oidc sign-in elsewhere; empty for none
 */
public record AccessSettings(
    Front front, Duration idle, Duration longest, Optional<OidcSettings> oidc) {

  /** Checks that nothing is missing. */
  public AccessSettings {
    Objects.requireNonNull(front, "front");
    Objects.requireNonNull(idle, "idle");
    Objects.requireNonNull(longest, "longest");
    Objects.requireNonNull(oidc, "oidc");
  }
}
