package io.smswarden.filter.extract;

import java.time.Duration;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.Year;
import java.util.Optional;

/**
 * A date or a time limit as a message names it: nothing here knows what day it is, so what is
 * relative stays relative, and no time has a zone.
 */
public sealed interface When {

  /** First UTF-16 offset in the original text. */
  int start();

  /** Offset behind it. */
  int end();

  /** Whether it is the last moment for something; without a time of day, the day's end. */
  boolean deadline();

  /** A day of the calendar: {@code 2026年3月5日}, {@code Mar 5}; its year only where written. */
  record CalendarDay(
      Optional<Year> year,
      MonthDay day,
      Optional<LocalTime> time,
      boolean deadline,
      int start,
      int end)
      implements When {}

  /**
   * A day counted from the one on which the message is read: {@code 今日18:00前}, {@code tomorrow}.
   *
   * @param days 0 is today
   */
  record RelativeDay(int days, Optional<LocalTime> time, boolean deadline, int start, int end)
      implements When {}

  /** A time limit that runs from the message: {@code 24小时内}, {@code within 48 hours}. */
  record Within(Duration limit, int start, int end) implements When {

    @Override
    public boolean deadline() {
      return true;
    }
  }
}
