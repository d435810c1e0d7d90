package io.smswarden.filter.alert;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Objects;

/**
 * The hours in which a subscriber wants no alert.
 *
 * @param from their beginning
 * @param to their end; when it is not after {@code from}, they go over midnight
 */
public record QuietHours(LocalTime from, LocalTime to) {

  public QuietHours {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
  }

  /** Whether a time is within them. */
  public boolean at(Instant time, ZoneId zone) {
    LocalTime local = LocalTime.ofInstant(time, zone);
    boolean begun = !local.isBefore(from);
    boolean over = !local.isBefore(to);
    return from.isBefore(to) ? begun && !over : begun || !over;
  }

  /** The first time that is not within them: the time itself, or their end. */
  public Instant end(Instant time, ZoneId zone) {
    if (!at(time, zone)) {
      return time;
    }
    ZonedDateTime local = time.atZone(zone);
    ZonedDateTime end = local.with(to);
    return (end.isAfter(local) ? end : local.plusDays(1).with(to)).toInstant();
  }

  /** When they begin for the first time after a time. */
  public Instant nextBeginning(Instant time, ZoneId zone) {
    ZonedDateTime local = time.atZone(zone);
    ZonedDateTime begin = local.with(from);
    return (begin.isAfter(local) ? begin : local.plusDays(1).with(from)).toInstant();
  }
}
