package io.smswarden.app.demo;

import io.smswarden.app.traffic.Source;
import io.smswarden.app.traffic.TrafficItem.Message;
import io.smswarden.app.traffic.Truth;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the messages of a generated day really are, in the order in which they are sent: some bits a
 * message.
 */
final class Ledger {

  private final IdSet harmful = new IdSet();
  private final IdSet adverts = new IdSet();
  private final IdSet honest = new IdSet();
  private final Map<Source, IdSet> bySource = new EnumMap<>(Source.class);
  private final Map<String, CampaignLedger> campaigns = new LinkedHashMap<>();

  void note(Message message) {
    Truth truth = message.truth();
    kind(truth).add(message.id());
    bySource.computeIfAbsent(truth.source(), source -> new IdSet()).add(message.id());
    truth
        .campaign()
        .ifPresent(
            name ->
                campaigns
                    .computeIfAbsent(name, campaign -> new CampaignLedger(name, truth.category()))
                    .note(message));
  }

  /** Ids of the messages that are worth an alert. */
  IdSet harmful() {
    return harmful;
  }

  /** Ids of the messages that are unwanted and no more. */
  IdSet adverts() {
    return adverts;
  }

  /** Ids of the messages that are wanted. */
  IdSet honest() {
    return honest;
  }

  long messages() {
    return harmful.size() + adverts.size() + honest.size();
  }

  /** Ids of the messages by who wrote them. */
  Map<Source, IdSet> bySource() {
    return Map.copyOf(bySource);
  }

  /** The campaigns in the order of their first messages. */
  Collection<CampaignLedger> campaigns() {
    return campaigns.values();
  }

  private IdSet kind(Truth truth) {
    if (!truth.unwanted()) {
      return honest;
    }
    return truth.category().alerts() ? harmful : adverts;
  }
}
