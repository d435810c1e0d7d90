package io.smswarden.filter.alert;

import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

/**
 * What one subscriber wants to be told, and when.
 *
 * @param level what of
 * @param quiet when not
 * @param dailyCap most alerts and digests of a local day, at least 1
 * @param zone whose clocks count
 */
public record Preferences(Level level, Optional<QuietHours> quiet, int dailyCap, ZoneId zone) {

  /** What alerts tell of. */
  public enum Level {
    /** Nothing. */
    NONE,
    /** What does harm: not adverts. */
    HARMFUL,
    /** Adverts too. */
    ALL
  }

  public Preferences {
    Objects.requireNonNull(level, "level");
    Objects.requireNonNull(quiet, "quiet");
    Objects.requireNonNull(zone, "zone");
    if (dailyCap < 1) {
      throw new IllegalArgumentException(
          "who wants no alert sets the level NONE; a daily cap is at least 1, not " + dailyCap);
    }
  }
}
