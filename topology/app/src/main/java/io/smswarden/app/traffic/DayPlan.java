package io.smswarden.app.traffic;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;

/**
 * What a generated day is to hold. The same plan gives the same day.
 *
 * @param messages how many, exactly; complaints and profiles come on top
 * @param crowd who writes them; empty for as many as so many messages usually have
 */
public record DayPlan(long seed, long messages, LocalDate day, Optional<Crowd> crowd) {

  /**
   * Who writes.
   *
   * @param senders about how many different ones; a short day has fewer, since not all come to
   *     speak
   * @param campaigns how many, exactly, as long as there is a message for each
   */
  public record Crowd(int senders, int campaigns) {
    public Crowd {
      if (senders < 1 || campaigns < 1) {
        throw new IllegalArgumentException("a day has at least one sender and one campaign");
      }
    }
  }

  public DayPlan {
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(crowd, "crowd");
    if (messages < 0) {
      throw new IllegalArgumentException("a day has no fewer than 0 messages");
    }
  }

  /** A day with as many senders and campaigns as so many messages usually have. */
  public static DayPlan of(long seed, long messages, LocalDate day) {
    return new DayPlan(seed, messages, day, Optional.empty());
  }

  /** The same on another day. */
  public DayPlan on(LocalDate other) {
    return new DayPlan(seed, messages, other, crowd);
  }

  /** Tells it from every other plan of the same day. */
  public String name() {
    String size = "%xx%d".formatted(seed, messages);
    return crowd
        .map(given -> "%sx%dx%d".formatted(size, given.senders(), given.campaigns()))
        .orElse(size);
  }

  /** What the ids of its messages begin with. */
  String prefix() {
    return day.format(DateTimeFormatter.BASIC_ISO_DATE) + "-" + name() + "-";
  }
}
