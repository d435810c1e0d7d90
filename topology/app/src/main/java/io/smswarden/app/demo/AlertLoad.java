package io.smswarden.app.demo;

import io.smswarden.app.traffic.Traffic;
import io.smswarden.schemas.SubscriberAlert;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** How many alerts and digests each subscriber gets on each local day. */
final class AlertLoad {

  private final Map<Key, Integer> counts = new HashMap<>();

  void add(SubscriberAlert alert) {
    LocalDate day = LocalDate.ofInstant(alert.getEventTime(), Traffic.ZONE);
    counts.merge(new Key(alert.getRecipient(), day), 1, Integer::sum);
  }

  /** Subscribers who were told anything. */
  long subscribers() {
    return counts.keySet().stream().map(Key::subscriber).distinct().count();
  }

  /** The most that one subscriber got on one day. */
  int most() {
    return counts.values().stream().mapToInt(count -> count).max().orElse(0);
  }

  /** Subscribers who got more than so many on some day. */
  long above(int cap) {
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() > cap)
        .map(entry -> entry.getKey().subscriber())
        .distinct()
        .count();
  }

  private record Key(String subscriber, LocalDate day) {}
}
