package io.smswarden.app.bench;

import io.smswarden.app.exit.UserError;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what nobody notifies of. */
final class Waiting {

  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(50);

  private Waiting() {}

  /**
   * Returns when the condition holds.
   *
   * @param what says what is waited for
   * @throws UserError after five minutes
   */
  static void until(String what, BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > LONGEST.toNanos() || Thread.currentThread().isInterrupted()) {
        throw UserError.clusterFailed(
            "the benchmark waited too long for %s; is the machine very busy?".formatted(what),
            null);
      }
      LockSupport.parkNanos(LOOK_AGAIN);
    }
  }
}
