package io.smswarden.streams.behaviour;

import io.smswarden.filter.SenderId;
import io.smswarden.filter.behaviour.BehaviourLimits;
import io.smswarden.filter.behaviour.LocalNight;
import io.smswarden.schemas.SenderBehaviour;
import io.smswarden.schemas.SenderReply;
import io.smswarden.schemas.SmsEvent;
import io.smswarden.streams.Stores;
import io.smswarden.streams.TopicKey;
import io.smswarden.streams.TopicSerdes;
import java.util.Map;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Sees how senders behave before their messages are judged.
 *
 * <p>Whether a sender is answered is known where its recipients' messages are, in other partitions.
 * Only what matters goes there: a record of some 60 bytes when a subscriber writes to another for
 * the first time in half a day. Messages of and to organisations, most of an operator's, cost none.
 */
public final class Behaviours {

  private final BehaviourLimits limits;

  /** Behaviour as limits have it. */
  public Behaviours(BehaviourLimits limits) {
    this.limits = limits;
  }

  /** The messages, each with its sender's behaviour. */
  public KStream<SenderId, Observed> of(
      StreamsBuilder builder,
      KStream<SenderId, SmsEvent> events,
      KStream<SenderId, SenderReply> replies) {
    builder.addStateStore(store());
    LocalNight night = new LocalNight(limits);
    return events
        .<SenderSign>mapValues(SenderSign.Sent::new, Named.as("sent"))
        .merge(
            replies.mapValues(SenderSign.Answered::new, Named.as("answered")),
            Named.as("sender-signs"))
        .processValues(
            () -> new BehaviourProcessor(limits, night),
            Named.as("event-with-behaviour"),
            Stores.BEHAVIOUR);
  }

  /** Who was written to by another subscriber, by the one written to. */
  public static KStream<SenderId, SenderReply> replies(KStream<SenderId, Observed> messages) {
    return messages
        .filter((sender, message) -> message.subscribersMeet(), Named.as("subscribers-meet"))
        .map(
            (sender, message) -> {
              String recipient = message.event().getRecipient();
              return KeyValue.pair(
                  new SenderId(recipient),
                  new SenderReply(recipient, message.event().getEventTime()));
            },
            Named.as("reply-by-recipient"));
  }

  private static StoreBuilder<KeyValueStore<SenderId, SenderBehaviour>> store() {
    return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
            org.apache.kafka.streams.state.Stores.persistentKeyValueStore(Stores.BEHAVIOUR),
            TopicKey.SENDER.serde(),
            TopicSerdes.stored(SenderBehaviour.class))
        .withCachingEnabled()
        .withLoggingEnabled(Map.of());
  }
}
