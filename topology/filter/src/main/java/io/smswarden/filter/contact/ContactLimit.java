package io.smswarden.filter.contact;

import java.time.Duration;
import java.util.Objects;

/**
 * How often a debtor may be contacted.
 *
 * @param contacts most contacts, at least 1
 * @param within in any stretch of this length, at most {@link #LONGEST}
 * @param source the law or guideline that says so
 */
public record ContactLimit(int contacts, Duration within, String source) {

  /** Contacts are remembered no longer than this. */
  public static final Duration LONGEST = Duration.ofDays(31);

  public ContactLimit {
    Objects.requireNonNull(within, "within");
    Objects.requireNonNull(source, "source");
    if (contacts < 1) {
      throw new ContactRulesException("a limit permits at least 1 contact, not " + contacts);
    }
    if (within.isNegative() || within.isZero() || within.compareTo(LONGEST) > 0) {
      throw new ContactRulesException(
          "a limit's stretch is longer than nothing and at most %s, not %s"
              .formatted(LONGEST, within));
    }
  }
}
