package io.smswarden.filter.contact;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Objects;

/**
 * The hours in which a debtor may be contacted, by the debtor's clocks.
 *
 * @param from first permitted time of day
 * @param to first time of day that is not permitted any more; when it is not after {@code from},
 *     the hours go over midnight
 * @param source the law or guideline that says so
 */
public record PermittedHours(LocalTime from, LocalTime to, String source) {

  public PermittedHours {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(source, "source");
  }

  /** Whether a time is permitted where clocks show one of these zones' times; the doubt helps. */
  public boolean permit(Instant time, Collection<ZoneId> zones) {
    return zones.isEmpty() || zones.stream().anyMatch(zone -> permit(time, zone));
  }

  private boolean permit(Instant time, ZoneId zone) {
    LocalTime local = LocalTime.ofInstant(time, zone);
    boolean begun = !local.isBefore(from);
    boolean over = !local.isBefore(to);
    return from.isBefore(to) ? begun && !over : begun || !over;
  }
}
