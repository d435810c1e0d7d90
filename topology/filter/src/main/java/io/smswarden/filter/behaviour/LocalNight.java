package io.smswarden.filter.behaviour;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.smswarden.filter.Msisdn;
import io.smswarden.filter.contact.LocalTimes;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Tells whether it is night where a subscriber is. Safe for use by many threads. */
public final class LocalNight {

  /** Numbers that begin with so many characters alike are of one country and area. */
  private static final int AREA = 7;

  private static final int AREAS = 10_000;

  private final Cache<String, List<ZoneId>> zones =
      CacheBuilder.newBuilder().maximumSize(AREAS).build();
  private final BehaviourLimits limits;

  /** The night as limits have it. */
  public LocalNight(BehaviourLimits limits) {
    this.limits = limits;
  }

  /**
   * Whether it is night for a subscriber, wherever he may be by his number.
   *
   * @param recipient MSISDN, E.164 with +; of another number nothing is known, and it is not night
   */
  public boolean at(String recipient, Instant time) {
    List<ZoneId> possible = zones(recipient);
    for (ZoneId zone : possible) {
      if (!limits.isNight(time.atZone(zone).toLocalTime())) {
        return false;
      }
    }
    return !possible.isEmpty();
  }

  private List<ZoneId> zones(String recipient) {
    if (!recipient.startsWith("+") || recipient.length() <= AREA) {
      return List.of();
    }
    String area = recipient.substring(0, AREA);
    List<ZoneId> known = zones.getIfPresent(area);
    if (known == null) {
      known = LocalTimes.zones(new Msisdn(recipient));
      if (!known.isEmpty()) {
        zones.put(area, known);
      }
    }
    return known;
  }
}
