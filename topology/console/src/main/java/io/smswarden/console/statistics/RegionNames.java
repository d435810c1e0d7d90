package io.smswarden.console.statistics;

import io.smswarden.streams.Regions;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Names of regions in two languages, learnt from numbers that were seen: a region's id has its
 * place in English only.
 */
final class RegionNames {

  private final Map<String, Regions.Region> known = new ConcurrentHashMap<>();

  /** Learns the region of a number. */
  void learn(String e164) {
    Optional<Regions.Region> region = Regions.named(e164);
    region.ifPresent(it -> known.putIfAbsent(it.id(), it));
  }

  /** The names of a region; of one that no number was seen of, its English ones. */
  Regions.Region of(String id) {
    Regions.Region learnt = known.get(id);
    if (learnt != null) {
      return learnt;
    }
    int slash = id.indexOf('/');
    if (slash < 0) {
      return new Regions.Region(
          id, Regions.country(id, Locale.CHINA), Regions.country(id, Locale.ENGLISH));
    }
    String place = id.substring(slash + 1);
    return new Regions.Region(id, place, place);
  }
}
