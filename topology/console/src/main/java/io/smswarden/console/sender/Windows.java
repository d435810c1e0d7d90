package io.smswarden.console.sender;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Which counts of a sender are wanted, by the starts of their windows.
 *
 * @param hour first hour
 * @param day first day
 * @param to behind the last start of both
 */
record Windows(Instant hour, Instant day, Instant to) {

  /** Hours of a trend. */
  static final int HOURS = 24;

  /** Days of a curve. */
  static final int DAYS = 7;

  /** No counts. */
  static final Windows NONE = new Windows(Instant.EPOCH, Instant.EPOCH, Instant.EPOCH);

  /** The last day by hours and the last week by days. */
  static Windows upTo(Instant now) {
    Instant hour = now.truncatedTo(ChronoUnit.HOURS);
    Instant day = now.truncatedTo(ChronoUnit.DAYS);
    return new Windows(
        hour.minus(Duration.ofHours(HOURS - 1)),
        day.minus(Duration.ofDays(DAYS - 1)),
        now.plusMillis(1));
  }

  /** The last week by days. */
  static Windows daysUpTo(Instant now) {
    Windows all = upTo(now);
    return new Windows(now.plusMillis(1), all.day, now.plusMillis(1));
  }

  boolean hours() {
    return hour.isBefore(to);
  }

  boolean days() {
    return day.isBefore(to);
  }

  void write(ObjectNode json) {
    json.put("hour", hour.toEpochMilli());
    json.put("day", day.toEpochMilli());
    json.put("to", to.toEpochMilli());
  }

  static Windows read(JsonNode json) {
    return new Windows(time(json, "hour"), time(json, "day"), time(json, "to"));
  }

  private static Instant time(JsonNode json, String field) {
    return Instant.ofEpochMilli(json.path(field).longValue());
  }
}
