package io.smswarden.app.replay;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Keeps a rate. */
public final class Pace {

  private final double perSecond;
  private final long startNanos = System.nanoTime();
  private long taken;

  /**
   * A rate that begins now.
   *
   * @param perSecond messages a second; 0 for no limit
   */
  public Pace(double perSecond) {
    this.perSecond = perSecond;
  }

  /** How long until the next may go; zero or less when it may. */
  public Duration untilNext() {
    if (perSecond == 0) {
      return Duration.ZERO;
    }
    long due = (long) (taken * 1e9 / perSecond);
    return Duration.ofNanos(due - (System.nanoTime() - startNanos));
  }

  /** Waits for a while, at most until the next may go. */
  public void await(Duration most) {
    Duration wait = untilNext();
    Duration shorter = wait.compareTo(most) < 0 ? wait : most;
    if (!shorter.isNegative()) {
      LockSupport.parkNanos(shorter.toNanos());
    }
  }

  /** The next goes. */
  public void take() {
    taken++;
  }
}
