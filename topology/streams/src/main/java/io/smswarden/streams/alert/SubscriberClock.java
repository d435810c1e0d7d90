package io.smswarden.streams.alert;

import io.smswarden.filter.Msisdn;
import io.smswarden.filter.alert.Preferences;
import io.smswarden.filter.alert.QuietHours;
import io.smswarden.filter.contact.LocalTimes;
import io.smswarden.schemas.SubscriberPreferences;
import io.smswarden.streams.PipelineSettings;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** What a subscriber wants, with the operator's defaults and what the number tells. */
final class SubscriberClock {

  private static final int MINUTES = 24 * 60;

  Preferences preferences(
      Msisdn subscriber, Optional<SubscriberPreferences> wishes, PipelineSettings.Alerts defaults) {
    return new Preferences(
        wishes.map(SubscriberClock::level).orElse(Preferences.Level.HARMFUL),
        wishes.map(SubscriberClock::quiet).orElse(defaults.quiet()),
        wishes
            .map(SubscriberPreferences::getDailyCap)
            .filter(cap -> cap >= 1)
            .orElse(defaults.dailyCap()),
        zone(subscriber));
  }

  /** A number that may be in several zones is taken to be in the first. */
  private static ZoneId zone(Msisdn subscriber) {
    List<ZoneId> zones = LocalTimes.zones(subscriber);
    return zones.isEmpty() ? ZoneOffset.UTC : zones.get(0);
  }

  private static Preferences.Level level(SubscriberPreferences wishes) {
    return switch (wishes.getLevel()) {
      case NONE -> Preferences.Level.NONE;
      case ALL -> Preferences.Level.ALL;
      case HARMFUL, UNKNOWN -> Preferences.Level.HARMFUL;
    };
  }

  private static Optional<QuietHours> quiet(SubscriberPreferences wishes) {
    return Optional.ofNullable(wishes.getQuietFrom())
        .flatMap(
            from ->
                Optional.ofNullable(wishes.getQuietTo())
                    .map(to -> new QuietHours(minute(from), minute(to))));
  }

  private static LocalTime minute(int minute) {
    return LocalTime.ofSecondOfDay(Math.floorMod(minute, MINUTES) * 60L);
  }
}
