package io.smswarden.console.campaign;

import io.smswarden.console.feed.Entry;
import io.smswarden.console.feed.TopicLog;
import io.smswarden.filter.SenderId;
import io.smswarden.schemas.Verdict;
import io.smswarden.schemas.Warning;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which senders take part in which campaigns, as far as the latest warnings tell; looked through
 * once a second at most.
 */
public final class CampaignMembers {

  private static final Duration GOOD_FOR = Duration.ofSeconds(1);

  private final TopicLog<SenderId, Warning> warnings;
  private final InstantSource clock;
  private Instant made = Instant.MIN;
  private Map<String, Map<String, Long>> bySender = Map.of();
  private Map<String, Map<String, Long>> byCampaign = Map.of();

  /** Members by a log of warnings. */
  public CampaignMembers(TopicLog<SenderId, Warning> warnings, InstantSource clock) {
    this.warnings = warnings;
    this.clock = clock;
  }

  /** The campaigns of a sender. */
  public synchronized Set<String> campaigns(SenderId sender) {
    refresh();
    return new TreeSet<>(bySender.getOrDefault(sender.value(), Map.of()).keySet());
  }

  /** The senders of a campaign with their warnings, those with most first. */
  public synchronized Map<String, Long> senders(String campaign) {
    refresh();
    Map<String, Long> sorted = new LinkedHashMap<>();
    byCampaign.getOrDefault(campaign, Map.of()).entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(sender -> sorted.put(sender.getKey(), sender.getValue()));
    return sorted;
  }

  private void refresh() {
    Instant now = clock.instant();
    if (made.isBefore(now.minus(GOOD_FOR))) {
      look(warnings.recent());
      made = now;
    }
  }

  private void look(List<Entry<SenderId, Warning>> entries) {
    Map<String, Map<String, Long>> senders = new HashMap<>();
    Map<String, Map<String, Long>> campaigns = new HashMap<>();
    for (Entry<SenderId, Warning> entry : entries) {
      Verdict verdict = entry.value().getVerdict();
      if (verdict.getCampaign() != null) {
        senders
            .computeIfAbsent(verdict.getSender(), key -> new HashMap<>())
            .merge(verdict.getCampaign(), 1L, Long::sum);
        campaigns
            .computeIfAbsent(verdict.getCampaign(), key -> new HashMap<>())
            .merge(verdict.getSender(), 1L, Long::sum);
      }
    }
    bySender = senders;
    byCampaign = campaigns;
  }
}
