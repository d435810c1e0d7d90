package io.smswarden.streams.subscriber;

import io.smswarden.filter.Msisdn;
import io.smswarden.schemas.AlertLanguage;
import io.smswarden.schemas.SubscriberPreferences;
import java.util.Optional;
import java.util.Set;

/** In which language a subscriber is written to. */
public final class Languages {

  private static final Set<String> CHINESE = Set.of("CN", "TW", "HK", "MO");

  private Languages() {}

  /** The one that the subscriber wishes, else the usual one of the number's country. */
  public static AlertLanguage of(Msisdn subscriber, Optional<SubscriberPreferences> wishes) {
    return wishes
        .map(SubscriberPreferences::getLanguage)
        .filter(language -> language != AlertLanguage.UNKNOWN)
        .orElseGet(
            () ->
                subscriber.region().filter(CHINESE::contains).isPresent()
                    ? AlertLanguage.ZH
                    : AlertLanguage.EN);
  }
}
