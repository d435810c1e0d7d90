package io.smswarden.streams.reputation;

import io.smswarden.filter.SenderId;
import io.smswarden.filter.reputation.Suspicion;
import io.smswarden.schemas.SenderHistory;
import io.smswarden.schemas.SenderKind;
import io.smswarden.schemas.SenderProfile;
import io.smswarden.schemas.SenderReputation;
import io.smswarden.streams.Stores;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Keeps each sender's history exactly and publishes a reputation when it tells something new: at
 * every flagged message, complaint and change of registration, and otherwise each time the number
 * of messages has doubled. Honest senders are most of the traffic, and a reputation for each of
 * their messages would more than double the pipeline's work and change no verdict.
 */
public final class ReputationProcessor
    extends ContextualFixedKeyProcessor<SenderId, SenderFact, SenderReputation> {

  private KeyValueStore<SenderId, SenderHistory> histories;

  @Override
  public void init(FixedKeyProcessorContext<SenderId, SenderReputation> context) {
    super.init(context);
    histories = context.getStateStore(Stores.HISTORY);
  }

  @Override
  public void process(FixedKeyRecord<SenderId, SenderFact> message) {
    SenderHistory history = histories.get(message.key());
    SenderReputation before = history == null ? unknown(message.key()) : history.getCurrent();
    long published = history == null ? 0 : history.getPublished();
    SenderReputation after =
        after(before, message.value(), Instant.ofEpochMilli(message.timestamp()));
    boolean publish =
        !(message.value() instanceof SenderFact.Message judged)
            || judged.flagged()
            || after.getMessages() >= 2 * published;
    histories.put(
        message.key(), new SenderHistory(after, publish ? after.getMessages() : published));
    if (publish) {
      context().forward(message.withValue(after));
    }
  }

  private static SenderReputation unknown(SenderId sender) {
    return new SenderReputation(
        sender.value(),
        0L,
        0L,
        0L,
        null,
        null,
        null,
        SenderKind.UNKNOWN,
        false,
        Suspicion.estimate(0, 0, 0));
  }

  private static SenderReputation after(SenderReputation before, SenderFact fact, Instant time) {
    if (fact instanceof SenderFact.Message message) {
      return counted(before, 1, message.flagged() ? 1 : 0, 0, time);
    }
    if (fact instanceof SenderFact.Complaint) {
      return counted(before, 0, 0, 1, time);
    }
    if (fact instanceof SenderFact.Registration registration) {
      SenderProfile profile = registration.profile();
      return registered(
          before, profile.getOrganisation(), profile.getKind(), profile.getVerified());
    }
    return registered(before, null, SenderKind.UNKNOWN, false);
  }

  private static SenderReputation counted(
      SenderReputation before, long messages, long flagged, long complaints, Instant time) {
    long allMessages = before.getMessages() + messages;
    long allFlagged = before.getFlagged() + flagged;
    long allComplaints = before.getComplaints() + complaints;
    Instant first = before.getFirstSeen();
    Instant last = before.getLastSeen();
    boolean seen = messages > 0;
    return new SenderReputation(
        before.getSender(),
        allMessages,
        allFlagged,
        allComplaints,
        seen && (first == null || time.isBefore(first)) ? time : first,
        seen && (last == null || time.isAfter(last)) ? time : last,
        before.getOrganisation(),
        before.getKind(),
        before.getVerified(),
        Suspicion.estimate(allMessages, allFlagged, allComplaints));
  }

  private static SenderReputation registered(
      SenderReputation before, String organisation, SenderKind kind, boolean verified) {
    return new SenderReputation(
        before.getSender(),
        before.getMessages(),
        before.getFlagged(),
        before.getComplaints(),
        before.getFirstSeen(),
        before.getLastSeen(),
        organisation,
        kind,
        verified,
        before.getSuspicion());
  }
}
