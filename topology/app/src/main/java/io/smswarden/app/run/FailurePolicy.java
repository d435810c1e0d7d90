package io.smswarden.app.run;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What to do when a stream thread dies. What may pass by itself gets a new thread, unless that
 * happens over and over; anything else stops the pipeline, so that a service manager starts it
 * afresh and somebody sees it.
 */
final class FailurePolicy implements StreamsUncaughtExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(FailurePolicy.class);
  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final int MOST_IN_WINDOW = 5;

  private final InstantSource clock;
  private final Deque<Instant> replaced = new ArrayDeque<>();
  private Throwable last;

  FailurePolicy(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized StreamThreadExceptionResponse handle(Throwable error) {
    last = error;
    if (passes(error) && isRare()) {
      LOG.atWarn()
          .addKeyValue("error", Failures.describe(error))
          .log("a stream thread failed and is replaced");
      return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
    LOG.atError()
        .addKeyValue("error", Failures.describe(error))
        .log("a stream thread failed, the pipeline stops");
    LOG.atDebug().log(() -> Failures.trace(error));
    return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }

  /** What the last thread died of. */
  synchronized Optional<Throwable> last() {
    return Optional.ofNullable(last);
  }

  private static boolean passes(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof RetriableException) {
        return true;
      }
    }
    return false;
  }

  private boolean isRare() {
    Instant now = clock.instant();
    while (!replaced.isEmpty() && replaced.peekFirst().isBefore(now.minus(WINDOW))) {
      replaced.removeFirst();
    }
    if (replaced.size() == MOST_IN_WINDOW) {
      return false;
    }
    replaced.addLast(now);
    return true;
  }
}
