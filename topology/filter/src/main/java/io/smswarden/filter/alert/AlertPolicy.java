package io.smswarden.filter.alert;

import io.smswarden.filter.verdict.Category;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Objects;

/**
 * Decides whether a subscriber is told of a flagged message at once, in a digest, or not at all.
 * One sender or campaign is told of once and then in digests; a day's alerts and digest together
 * stay within the cap, so that the last place of a day is the digest's.
 *
 * @param again how long after an alert the same sender or campaign is not worth another; at least a
 *     day, since what was told is also the day's count
 * @param digestAt local time of day at which digests are sent
 */
public record AlertPolicy(Duration again, LocalTime digestAt) {

  /** What becomes of a flagged message. */
  public enum Decision {
    TELL,
    HOLD,
    DROP
  }

  public AlertPolicy {
    Objects.requireNonNull(digestAt, "digestAt");
    if (again.compareTo(Duration.ofDays(1)) < 0) {
      throw new IllegalArgumentException(
          "between two alerts of the same sender lies at least a day, not " + again);
    }
  }

  /**
   * What becomes of a flagged message.
   *
   * @param category what the message is
   * @param time when it was sent
   * @param sentToday alerts and digests of its local day so far
   * @param toldLately whether the same sender or campaign was told of within {@link #again}
   */
  public Decision decide(
      Preferences preferences, Category category, Instant time, int sentToday, boolean toldLately) {
    boolean wanted =
        switch (preferences.level()) {
          case NONE -> false;
          case HARMFUL -> category.alerts();
          case ALL -> true;
        };
    if (!wanted) {
      return Decision.DROP;
    }
    boolean quiet =
        preferences.quiet().filter(hours -> hours.at(time, preferences.zone())).isPresent();
    int alerts = Math.max(preferences.dailyCap() - 1, 1);
    return toldLately || quiet || sentToday >= alerts ? Decision.HOLD : Decision.TELL;
  }

  /** When a digest of what was held at a time is due: outside the quiet hours. */
  public Instant digestDue(Instant held, Preferences preferences) {
    boolean quiet =
        preferences.quiet().filter(hours -> hours.at(held, preferences.zone())).isPresent();
    Instant due = quiet ? held : nextDigest(held, preferences.zone());
    return preferences.quiet().map(hours -> hours.end(due, preferences.zone())).orElse(due);
  }

  private Instant nextDigest(Instant time, ZoneId zone) {
    ZonedDateTime local = time.atZone(zone);
    ZonedDateTime today = local.with(digestAt);
    return (today.isAfter(local) ? today : local.plusDays(1).with(digestAt)).toInstant();
  }

  /** Local day of a time, in days since 1970. */
  public static int day(Instant time, ZoneId zone) {
    return (int) LocalDate.ofInstant(time, zone).toEpochDay();
  }
}
