package io.smswarden.app.delivery;

import dev.failsafe.CircuitBreaker;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets attempts through while the receiver is up. It closes after some failures in a row, and while
 * the receiver asks for a pause; then one attempt at a time finds out whether it is up again. What
 * fails meanwhile is not the alert's fault.
 */
final class Gate {

  private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

  /** So many failures in a row, of all alerts, are the receiver's. */
  static final int FAILURES = 5;

  private final CircuitBreaker<Outcome> breaker;
  private final Duration probing;
  private final AtomicReference<Instant> notBefore = new AtomicReference<>(Instant.MIN);

  /**
   * An open gate.
   *
   * @param pause how long it stays closed before the next attempt
   */
  Gate(Duration pause) {
    this.probing = pause.dividedBy(10).plusMillis(1);
    this.breaker =
        CircuitBreaker.<Outcome>builder()
            .withFailureThreshold(FAILURES)
            .withSuccessThreshold(1)
            .withDelay(pause)
            .onOpen(event -> LOG.warn("the receiver of alerts is down, they wait"))
            .onClose(event -> LOG.info("the receiver of alerts is up again"))
            .build();
  }

  /** Lets an attempt through, which must be told to {@link #left}; otherwise how long to wait. */
  Optional<Duration> enter(Instant now) {
    Instant open = notBefore.get();
    if (now.isBefore(open)) {
      return Optional.of(Duration.between(now, open));
    }
    if (breaker.tryAcquirePermit()) {
      return Optional.empty();
    }
    Duration remaining = breaker.getRemainingDelay();
    return Optional.of(remaining.compareTo(probing) > 0 ? remaining : probing);
  }

  /**
   * Takes note of what came of an attempt.
   *
   * @return whether a failure speaks against the alert
   */
  boolean left(Outcome outcome, Instant now) {
    if (!(outcome instanceof Outcome.TryLater later)) {
      breaker.recordSuccess();
      return false;
    }
    if (later.after().isPresent()) {
      // It is up: it could say when.
      breaker.recordSuccess();
      Instant open = now.plus(later.after().get());
      if (notBefore.getAndAccumulate(open, Gate::later).isBefore(now)) {
        LOG.atWarn()
            .addKeyValue("reason", later.reason())
            .addKeyValue("seconds", later.after().get().toSeconds())
            .log("the receiver of alerts asks for a pause");
      }
      return false;
    }
    boolean wasUp = breaker.isClosed();
    breaker.recordFailure();
    LOG.atDebug().addKeyValue("reason", later.reason()).log("an attempt failed");
    return wasUp && breaker.isClosed();
  }

  /** Whether alerts wait for the receiver. */
  boolean closed(Instant now) {
    return !breaker.isClosed() || now.isBefore(notBefore.get());
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
