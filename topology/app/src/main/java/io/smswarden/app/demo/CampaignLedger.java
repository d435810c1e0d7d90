package io.smswarden.app.demo;

import io.smswarden.app.traffic.TrafficItem.Message;
import io.smswarden.filter.verdict.Category;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** One campaign's messages, in the order in which they are sent. */
final class CampaignLedger {

  /** So many messages a campaign has before it must be known. */
  static final int HEAD = 50;

  private final String name;
  private final Category category;
  private final IdSet all = new IdSet();
  private final IdSet afterHead = new IdSet();
  private final Set<String> senders = new HashSet<>();
  private final List<Instant> times = new ArrayList<>();

  CampaignLedger(String name, Category category) {
    this.name = name;
    this.category = category;
  }

  void note(Message message) {
    if (all.add(message.id())) {
      senders.add(message.sender().value());
      times.add(message.at());
      if (all.size() > HEAD) {
        afterHead.add(message.id());
      }
    }
  }

  /** What became of it. */
  CampaignResult result(IdSet flagged) {
    OptionalLong before = all.sizeBeforeFirstOf(flagged);
    return new CampaignResult(
        name,
        category,
        all.size(),
        senders.size(),
        flagged.common(all),
        new Summary.Share(afterHead.size(), flagged.common(afterHead)),
        before.isEmpty() ? 0 : before.getAsLong() + 1,
        before.isEmpty()
            ? Duration.ZERO
            : Duration.between(times.get(0), times.get((int) before.getAsLong())));
  }
}
