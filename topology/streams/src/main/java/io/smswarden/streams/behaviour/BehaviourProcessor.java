package io.smswarden.streams.behaviour;

import io.smswarden.filter.SenderId;
import io.smswarden.filter.behaviour.Activity;
import io.smswarden.filter.behaviour.BehaviourLimits;
import io.smswarden.filter.behaviour.LocalNight;
import io.smswarden.schemas.SenderBehaviour;
import io.smswarden.schemas.SmsEvent;
import io.smswarden.streams.Stores;
import io.smswarden.streams.expiry.Sweep;
import java.time.Instant;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueStore;

/** Keeps each sender's behaviour and sends its messages on with it. */
final class BehaviourProcessor extends ContextualFixedKeyProcessor<SenderId, SenderSign, Observed> {

  private final BehaviourLimits limits;
  private final LocalNight night;
  private KeyValueStore<SenderId, SenderBehaviour> behaviours;

  BehaviourProcessor(BehaviourLimits limits, LocalNight night) {
    this.limits = limits;
    this.night = night;
  }

  @Override
  public void init(FixedKeyProcessorContext<SenderId, Observed> context) {
    super.init(context);
    behaviours = context.getStateStore(Stores.BEHAVIOUR);
    Sweep<SenderId, SenderBehaviour> sweep = new Sweep<>(behaviours, this::idle);
    context.schedule(
        Sweep.INTERVAL, PunctuationType.STREAM_TIME, now -> sweep.next(Instant.ofEpochMilli(now)));
  }

  @Override
  public void process(FixedKeyRecord<SenderId, SenderSign> message) {
    SenderBehaviour stored = behaviours.get(message.key());
    Instant at = Instant.ofEpochMilli(message.timestamp());
    if (message.value() instanceof SenderSign.Sent sent) {
      SmsEvent event = sent.event();
      Activity activity =
          stored == null ? Activity.begun(at) : Activity.of(StoredActivity.read(stored));
      boolean first = activity.sent(event.getRecipient(), at, night.at(event.getRecipient(), at));
      behaviours.put(message.key(), StoredActivity.written(activity.state()));
      context().forward(message.withValue(new Observed(event, activity.behaviour(limits), first)));
    } else if (stored != null) {
      // Whoever only gets messages needs no record of its own.
      Activity activity = Activity.of(StoredActivity.read(stored));
      activity.answered(at);
      behaviours.put(message.key(), StoredActivity.written(activity.state()));
    }
  }

  private boolean idle(SenderBehaviour behaviour, Instant now) {
    return behaviour.getLatest().plus(limits.idle()).isBefore(now);
  }
}
