package io.smswarden.streams.statistics;

import io.smswarden.filter.SenderId;
import io.smswarden.schemas.SenderReputation;
import io.smswarden.schemas.TopSender;
import io.smswarden.schemas.TopSenders;
import io.smswarden.streams.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The most suspicious senders of one partition. Whom the registry vouches for is left out: a shop
 * that only advertises is known by name.
 */
final class SuspectsHere
    extends ContextualProcessor<SenderId, SenderReputation, String, TopSenders> {

  private static final Duration INTERVAL = Duration.ofSeconds(1);
  private static final String CHANGED = "changed";
  private static final String SENT = "sent";

  private KeyValueStore<String, TopSenders> store;

  @Override
  public void init(ProcessorContext<String, TopSenders> context) {
    super.init(context);
    store = context.getStateStore(Stores.SUSPECTS_HERE);
    context.schedule(INTERVAL, PunctuationType.WALL_CLOCK_TIME, now -> send());
  }

  @Override
  public void process(Record<SenderId, SenderReputation> message) {
    SenderReputation reputation = message.value();
    TopSenders before = known();
    Map<String, TopSender> senders = Ranking.byName(before.getSenders());
    // A tombstone is of a sender that was forgotten.
    boolean suspicious =
        reputation != null
            && !reputation.getVerified()
            && reputation.getFlagged() + reputation.getComplaints() > 0;
    String sender = message.key().value();
    if (!suspicious && !senders.containsKey(sender)) {
      return;
    }
    Map<String, TopSender> changed = new HashMap<>(senders);
    if (suspicious) {
      changed.put(sender, suspect(reputation, message.timestamp()));
    } else {
      changed.remove(sender);
    }
    Instant asOf = Ranking.later(before.getAsOf(), Instant.ofEpochMilli(message.timestamp()));
    store.put(CHANGED, Ranking.of(asOf, changed.values()));
  }

  private TopSenders known() {
    TopSenders changed = store.get(CHANGED);
    TopSenders known = changed == null ? store.get(SENT) : changed;
    return known == null ? new TopSenders(Instant.EPOCH, List.of()) : known;
  }

  private void send() {
    TopSenders changed = store.get(CHANGED);
    if (changed != null) {
      context()
          .forward(
              new Record<>(
                  String.valueOf(context().taskId().partition()),
                  changed,
                  changed.getAsOf().toEpochMilli()));
      store.put(SENT, changed);
      store.delete(CHANGED);
    }
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
