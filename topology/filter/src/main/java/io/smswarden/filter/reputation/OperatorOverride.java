package io.smswarden.filter.reputation;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What the operator's staff decided of a sender, whatever its history says.
 *
 * @param standing what it is to be taken for
 * @param from event time from which on
 * @param expiresAt event time at which it ends; empty when it stands until it is taken back
 */
public record OperatorOverride(Standing standing, Instant from, Optional<Instant> expiresAt) {

  /** What a sender is to be taken for. */
  public enum Standing {
    /** A good one: nothing that it did before speaks against it. */
    TRUSTED,
    /** A doubtful one. */
    SUSPICIOUS,
    /** One whose messages are blocked. */
    BLOCKED
  }

  public OperatorOverride {
    Objects.requireNonNull(standing, "standing");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(expiresAt, "expiresAt");
  }

  /**
   * Whether it is in force for a message.
   *
   * @param time when the message was sent; empty when nobody knows, and nothing has expired
   */
  public boolean inForce(Optional<Instant> time) {
    return time.isEmpty() || (!time.get().isBefore(from) && !expired(time.get()));
  }

  /** Whether it has ended by then. */
  public boolean expired(Instant time) {
    return expiresAt.isPresent() && !time.isBefore(expiresAt.get());
  }
}
