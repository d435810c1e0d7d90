package io.smswarden.console.statistics;

import java.time.Duration;
import java.time.InstantSource;

/** Counts what happened in the last while, by the wall clock. Safe for use by many threads. */
final class RateWindow {

  private static final int SLOTS = 60;

  private final InstantSource clock;
  private final long slotMillis;
  private final long begun;
  private final long[] slots = new long[SLOTS];
  private long latest;

  /** Counts over some time, which moves on in sixtieths of it. */
  RateWindow(InstantSource clock, Duration over) {
    this.clock = clock;
    this.slotMillis = over.toMillis() / SLOTS;
    this.begun = clock.millis() / slotMillis;
    this.latest = begun;
  }

  synchronized void add(long n) {
    slots[(int) (advance() % SLOTS)] += n;
  }

  /** How many in a time, as those of the window let expect; of its past alone when it is young. */
  synchronized double per(Duration time) {
    long now = advance();
    long sum = 0;
    for (long n : slots) {
      sum += n;
    }
    long covered = Math.min(SLOTS, now - begun + 1) * slotMillis;
    return (double) sum * time.toMillis() / covered;
  }

  private long advance() {
    long now = Math.max(latest, clock.millis() / slotMillis);
    for (long slot = Math.max(latest + 1, now - SLOTS + 1); slot <= now; slot++) {
      slots[(int) (slot % SLOTS)] = 0;
    }
    latest = now;
    return now;
  }
}
