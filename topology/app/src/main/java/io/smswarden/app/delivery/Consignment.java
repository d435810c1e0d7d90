package io.smswarden.app.delivery;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * An alert to deliver, with what is to be known of it.
 *
 * @param originPartition partition of subscriber.alerts that it came from
 * @param originOffset offset there
 * @param earlierAttempts how often it was tried before it was given up and sent again
 * @param until after that it is too late; empty when it never is
 */
record Consignment(
    OutboundAlert alert,
    int originPartition,
    long originOffset,
    int earlierAttempts,
    Optional<Instant> until) {

  Consignment {
    Objects.requireNonNull(alert, "alert");
    Objects.requireNonNull(until, "until");
  }

  boolean tooLate(Instant now) {
    return until.filter(now::isAfter).isPresent();
  }
}
