package io.smswarden.app.traffic;

import java.util.Arrays;
import java.util.List;

/** How messages of one kind spread over the minutes of a day. */
final class Rhythm {

  static final int MINUTES = 24 * 60;
  private static final int HOUR = 60;

  /** Share of the day's messages before each minute; the last is exactly 1. */
  private final double[] before;

  private Rhythm(double[] weights) {
    before = new double[MINUTES + 1];
    for (int minute = 0; minute < MINUTES; minute++) {
      before[minute + 1] = before[minute] + weights[minute];
    }
    double total = before[MINUTES];
    if (total <= 0) {
      throw new IllegalArgumentException("a rhythm has an hour that isn't silent");
    }
    for (int minute = 1; minute < MINUTES; minute++) {
      before[minute] /= total;
    }
    before[MINUTES] = 1.0;
  }

  /** By the weight of each hour from midnight. */
  static Rhythm ofHours(List<Integer> weights) {
    if (weights.size() != MINUTES / HOUR) {
      throw new IllegalArgumentException("a rhythm has 24 hours, not " + weights.size());
    }
    double[] minutes = new double[MINUTES];
    for (int minute = 0; minute < MINUTES; minute++) {
      minutes[minute] = weights.get(minute / HOUR);
    }
    return new Rhythm(minutes);
  }

  /** The same within a part of the day only; a silent part speaks evenly. */
  Rhythm within(int first, int length) {
    double[] weights = new double[MINUTES];
    double total = 0;
    for (int minute = first; minute < Math.min(MINUTES, first + length); minute++) {
      weights[minute] = before[minute + 1] - before[minute];
      total += weights[minute];
    }
    if (total == 0) {
      Arrays.fill(weights, first, Math.min(MINUTES, first + length), 1.0);
    }
    return new Rhythm(weights);
  }

  /** The minute before which a share of the day's messages was sent. */
  int minuteOf(double share) {
    int minute = 0;
    while (minute < MINUTES - 1 && before[minute + 1] <= share) {
      minute++;
    }
    return minute;
  }

  /** How many of a day's messages come before a minute. */
  long until(int minute, long messages) {
    return minute >= MINUTES ? messages : (long) (messages * before[minute]);
  }
}
