package io.smswarden.app.replay;

import io.smswarden.filter.Msisdn;
import io.smswarden.filter.SenderId;
import java.time.Duration;
import java.time.Instant;

/**
 * What a labelled file doesn't say of its messages. Each line has a sender of its own, an
 * unregistered mobile, so that its verdict depends on its text alone and not on the lines before
 * it. The numbers are of 154, a prefix that China gave to no operator: an alert that leaves a real
 * cluster reaches nobody.
 */
final class SyntheticMessages {

  private static final String UNASSIGNED = "+86154";
  private static final long NUMBERS = 100_000_000;

  /** A town of subscribers, each of whom gets several messages of a large file. */
  private static final long SUBSCRIBERS = 10_000;

  private static final Duration SPACING = Duration.ofMillis(100);

  /** Within the retention of the events. */
  private static final Duration LONGEST = Duration.ofDays(1);

  private final Instant start;
  private final long spacingNanos;
  private final long firstSender;

  /** Messages of a file that were sent one after another, the first at {@code start}. */
  SyntheticMessages(ReplayFile file, Instant start) {
    this.start = start;
    this.spacingNanos = spacing(file).toNanos();
    this.firstSender =
        Long.remainderUnsigned(Long.parseUnsignedLong(file.fingerprint(), 16), NUMBERS);
  }

  /** When to let a file begin, so that it ends now: brokers refuse messages of the future. */
  static Instant startOf(ReplayFile file, Instant now) {
    return now.minus(spacing(file).multipliedBy(file.lines()));
  }

  private static Duration spacing(ReplayFile file) {
    Duration even = LONGEST.dividedBy(Math.max(1, file.lines()));
    return even.compareTo(SPACING) < 0 ? even : SPACING;
  }

  SenderId sender(long line) {
    return new SenderId(number((firstSender + line) % NUMBERS));
  }

  Msisdn recipient(long line) {
    return new Msisdn(number(line % SUBSCRIBERS));
  }

  Instant eventTime(long line) {
    return start.plusNanos(spacingNanos * (line - 1));
  }

  private static String number(long subscriber) {
    return UNASSIGNED + String.format("%08d", subscriber);
  }
}
