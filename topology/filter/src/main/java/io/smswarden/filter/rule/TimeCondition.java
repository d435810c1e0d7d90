package io.smswarden.filter.rule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/**
 * The message was sent at such a time of day.
 *
 * @param from first minute of the day
 * @param to minute of the day behind the last; when it is not after {@code from}, the window goes
 *     over midnight
 * @param zone whose clocks count
 * @param days days on which the message was sent, by the same clocks
 */
record TimeCondition(int from, int to, ZoneId zone, Set<DayOfWeek> days) implements Condition {

  TimeCondition {
    days = Set.copyOf(days);
  }

  @Override
  public boolean holds(Facts facts) {
    Optional<Instant> time = facts.message().time();
    if (time.isEmpty()) {
      return false;
    }
    LocalDateTime local = LocalDateTime.ofInstant(time.get(), zone);
    int minute = local.getHour() * 60 + local.getMinute();
    boolean within = from < to ? minute >= from && minute < to : minute >= from || minute < to;
    return within && days.contains(local.getDayOfWeek());
  }

  @Override
  public Anchors anchors() {
    return Anchors.NONE;
  }
}
