package io.smswarden.streams.statistics;

import io.smswarden.schemas.TopSender;
import io.smswarden.schemas.TopSenders;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Ranks senders: by suspicion, among equals by what was flagged and complained of. */
final class Ranking {

  /** Senders kept. */
  static final int ROOM = 100;

  /** A sender not heard of for so long before the latest event is history. */
  private static final Duration HISTORY = Duration.ofDays(7);

  private static final Comparator<TopSender> WORST_FIRST =
      Comparator.comparingDouble(TopSender::getSuspicion)
          .thenComparingLong(TopSender::getFlagged)
          .thenComparingLong(TopSender::getComplaints)
          .reversed()
          .thenComparing(TopSender::getSender);

  private Ranking() {}

  /** The worst of some senders as of a time. */
  static TopSenders of(Instant asOf, Collection<TopSender> senders) {
    return new TopSenders(
        asOf,
        senders.stream()
            .filter(sender -> sender.getLastSeen().isAfter(asOf.minus(HISTORY)))
            .sorted(WORST_FIRST)
            .limit(ROOM)
            .toList());
  }

  /** The senders of a list by name. */
  static Map<String, TopSender> byName(List<TopSender> senders) {
    Map<String, TopSender> byName = new HashMap<>();
    senders.forEach(sender -> byName.put(sender.getSender(), sender));
    return byName;
  }

  static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }
}
