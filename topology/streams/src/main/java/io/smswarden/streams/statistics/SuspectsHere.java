package io.smswarden.streams.statistics;

import io.smswarden.filter.SenderId;
import io.smswarden.schemas.SenderReputation;
import io.smswarden.schemas.TopSender;
import io.smswarden.schemas.TopSenders;
import io.smswarden.streams.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The most suspicious senders of one partition. Whom the registry vouches for is left out: a shop
 * that only advertises is known by name.
 */
final class SuspectsHere
    extends ContextualProcessor<SenderId, SenderReputation, String, TopSenders> {

  private static final Duration INTERVAL = Duration.ofSeconds(1);

  private KeyValueStore<String, TopSender> senders;

  /** At a start nobody knows what was sent: it is sent again. */
  private boolean changed = true;

  @Override
  public void init(ProcessorContext<String, TopSenders> context) {
    super.init(context);
    senders = context.getStateStore(Stores.SUSPECTS_HERE);
    context.schedule(INTERVAL, PunctuationType.WALL_CLOCK_TIME, now -> send());
  }

  @Override
  public void process(Record<SenderId, SenderReputation> message) {
    SenderReputation reputation = message.value();
    // A tombstone is of a sender that was forgotten.
    boolean suspicious =
        reputation != null
            && !reputation.getVerified()
            && reputation.getFlagged() + reputation.getComplaints() > 0;
    String sender = message.key().value();
    if (suspicious) {
      senders.put(sender, suspect(reputation, message.timestamp()));
      changed = true;
    } else if (senders.delete(sender) != null) {
      changed = true;
    }
  }

  /** Sends the first of them on, and forgets the others. */
  private void send() {
    if (!changed) {
      return;
    }
    List<TopSender> all = new ArrayList<>();
    try (KeyValueIterator<String, TopSender> iterator = senders.all()) {
      iterator.forEachRemaining(entry -> all.add(entry.value));
    }
    Instant asOf =
        all.stream().map(TopSender::getLastSeen).max(Instant::compareTo).orElse(Instant.EPOCH);
    TopSenders first = Ranking.of(asOf, all);
    Set<String> kept = Ranking.byName(first.getSenders()).keySet();
    all.stream()
        .map(TopSender::getSender)
        .filter(sender -> !kept.contains(sender))
        .forEach(senders::delete);
    context()
        .forward(
            new Record<>(
                String.valueOf(context().taskId().partition()), first, asOf.toEpochMilli()));
    changed = false;
  }

  private static TopSender suspect(SenderReputation reputation, long time) {
    return new TopSender(
        reputation.getSender(),
        reputation.getSuspicion(),
        reputation.getMessages(),
        reputation.getFlagged(),
        reputation.getComplaints(),
        reputation.getOrganisation(),
        Instant.ofEpochMilli(time));
  }
}
