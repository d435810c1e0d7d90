package io.smswarden.streams.reputation;

import io.smswarden.filter.SenderId;
import io.smswarden.schemas.SenderHistory;
import io.smswarden.schemas.SenderReputation;
import io.smswarden.streams.Stores;
import io.smswarden.streams.expiry.Sweep;
import java.time.Instant;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Keeps each sender's history exactly and publishes a reputation when it tells something new: at
 * every flagged message, complaint, decision and change of registration, and otherwise each time
 * the number of messages has doubled. Honest senders are most of the traffic, and a reputation for
 * each of their messages would more than double the pipeline's work and change no verdict. What is
 * forgotten is published as a tombstone.
 */
final class ReputationProcessor
    extends ContextualProcessor<SenderId, SenderFact, SenderId, SenderReputation> {

  private final HistoryUpdate update;
  private KeyValueStore<SenderId, SenderHistory> histories;

  ReputationProcessor(HistoryUpdate update) {
    this.update = update;
  }

  @Override
  public void init(ProcessorContext<SenderId, SenderReputation> context) {
    super.init(context);
    histories = context.getStateStore(Stores.HISTORY);
    Sweep<SenderId, SenderHistory> sweep = new Sweep<>(histories, update::forgotten);
    context.schedule(
        Sweep.INTERVAL,
        PunctuationType.STREAM_TIME,
        now -> forget(sweep, Instant.ofEpochMilli(now)));
  }

  @Override
  public void process(Record<SenderId, SenderFact> message) {
    SenderHistory stored = histories.get(message.key());
    SenderHistory before = stored == null ? HistoryUpdate.none(message.key().value()) : stored;
    SenderHistory after =
        update.after(before, message.value(), Instant.ofEpochMilli(message.timestamp()));
    if (!tellsSomethingNew(message.value(), after)) {
      histories.put(message.key(), after);
      return;
    }
    SenderHistory published = update.published(after);
    histories.put(message.key(), published);
    context().forward(message.withValue(published.getCurrent()));
  }

  private static boolean tellsSomethingNew(SenderFact fact, SenderHistory history) {
    return !(fact instanceof SenderFact.Message message)
        || message.flagged()
        || history.getCurrent().getMessages() >= 2 * history.getPublished();
  }

  private void forget(Sweep<SenderId, SenderHistory> sweep, Instant now) {
    for (SenderId sender : sweep.next(now)) {
      context().forward(new Record<>(sender, null, now.toEpochMilli()));
    }
  }
}
