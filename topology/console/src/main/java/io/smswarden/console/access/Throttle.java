package io.smswarden.console.access;

import com.google.common.base.Ticker;
import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Makes whoever fails too often wait, twice as long each time. Of so many at most it is known how
 * often they failed; after the window without a failure it is forgotten.
 */
final class Throttle {

  private static final int MOST_KNOWN = 20_000;
  private static final Duration WINDOW = Duration.ofHours(1);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final int MOST_DOUBLINGS = 20;

  private final InstantSource clock;
  private final int free;
  private final Duration longest;
  private final Cache<String, Failures> failures;

  private record Failures(int count, Instant last) {}

  /**
   * A throttle.
   *
   * @param free failures that nobody has to wait after
   * @param longest the longest wait
   */
  Throttle(int free, Duration longest, InstantSource clock) {
    this.free = free;
    this.longest = longest;
    this.clock = clock;
    this.failures =
        CacheBuilder.newBuilder()
            .maximumSize(MOST_KNOWN)
            .expireAfterWrite(WINDOW)
            .ticker(
                new Ticker() {
                  @Override
                  public long read() {
                    return Duration.between(Instant.EPOCH, clock.instant()).toNanos();
                  }
                })
            .build();
  }

  /**
   * Counts an attempt as failed until {@link #succeeded} says otherwise, so that many at once are
   * as many.
   *
   * @return how long to wait before it may be made; empty when it may be made now
   */
  Optional<Duration> attempt(String who) {
    synchronized (failures) {
      Failures before = failures.getIfPresent(who);
      Instant now = clock.instant();
      if (before != null) {
        Instant next = before.last().plus(wait(before.count()));
        if (now.isBefore(next)) {
          return Optional.of(Duration.between(now, next).plusMillis(999));
        }
      }
      failures.put(who, new Failures(before == null ? 1 : before.count() + 1, now));
      return Optional.empty();
    }
  }

  /** The attempt before was good: it doesn't count, and no earlier one. */
  void succeeded(String who) {
    failures.invalidate(who);
  }

  private Duration wait(int count) {
    if (count < free) {
      return Duration.ZERO;
    }
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(count - free, MOST_DOUBLINGS));
    return wait.compareTo(longest) < 0 ? wait : longest;
  }
}
