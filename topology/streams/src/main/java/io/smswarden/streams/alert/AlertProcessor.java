package io.smswarden.streams.alert;

import io.smswarden.filter.Msisdn;
import io.smswarden.filter.alert.AlertPolicy;
import io.smswarden.filter.alert.AlertPolicy.Decision;
import io.smswarden.filter.alert.Preferences;
import io.smswarden.filter.verdict.Category;
import io.smswarden.schemas.AlertLog;
import io.smswarden.schemas.AlertRequest;
import io.smswarden.schemas.Organisation;
import io.smswarden.schemas.SubscriberAlert;
import io.smswarden.schemas.SubscriberPreferences;
import io.smswarden.streams.PipelineSettings;
import io.smswarden.streams.Stores;
import io.smswarden.streams.subscriber.Languages;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;

/**
 * Tells a subscriber of a flagged message, or holds it for a digest, which goes out when event time
 * has come to it.
 */
final class AlertProcessor
    extends ContextualProcessor<Msisdn, AlertRequest, Msisdn, SubscriberAlert> {

  private static final Duration TICK = Duration.ofMinutes(1);

  private final AlertPolicy policy;
  private final SubscriberClock clock;
  private final PipelineSettings.Alerts settings;
  private KeyValueStore<Msisdn, AlertLog> logs;
  private WakeTimes times;
  private TimestampedKeyValueStore<Msisdn, SubscriberPreferences> preferences;
  private TimestampedKeyValueStore<String, Organisation> organisations;

  AlertProcessor(PipelineSettings.Alerts settings) {
    this.settings = settings;
    this.policy = new AlertPolicy(settings.again(), settings.digestAt());
    this.clock = new SubscriberClock();
  }

  @Override
  public void init(ProcessorContext<Msisdn, SubscriberAlert> context) {
    super.init(context);
    logs = context.getStateStore(Stores.ALERT_LOG);
    times = new WakeTimes(context.getStateStore(Stores.ALERT_TIMES));
    preferences = context.getStateStore(Stores.PREFERENCES);
    organisations = context.getStateStore(Stores.ORGANISATIONS);
    context.schedule(TICK, PunctuationType.STREAM_TIME, this::wake);
  }

  @Override
  public void process(Record<Msisdn, AlertRequest> message) {
    Msisdn subscriber = message.key();
    AlertRequest request = message.value();
    Optional<SubscriberPreferences> wishes = wishes(subscriber);
    Preferences wanted = clock.preferences(subscriber, wishes, settings);
    AlertHistory before = new AlertHistory(logs.get(subscriber));
    int day = AlertPolicy.day(request.getEventTime(), wanted.zone());
    AlertHistory history = before.on(day).without(request.getEventTime().minus(policy.again()));
    // A late message of a day that is over waits for a digest: that day's count is gone.
    Decision decision =
        policy.decide(
            wanted,
            Category.valueOf(request.getCategory().name()),
            request.getEventTime(),
            history.of(day) ? history.sentToday() : wanted.dailyCap(),
            history.told(request));
    AlertHistory after =
        switch (decision) {
          case DROP -> history;
          case HOLD -> history.hold(request, policy.digestDue(request.getEventTime(), wanted));
          case TELL -> history.tell(request);
        };
    if (decision == Decision.TELL) {
      context()
          .forward(
              message.withValue(
                  AlertTexts.alert(
                      subscriber,
                      request,
                      channel(request),
                      Languages.of(subscriber, wishes),
                      notAfter(wanted, request.getEventTime()))));
    }
    remember(subscriber, before, after);
  }

  private void wake(long now) {
    for (KeyValue<Instant, Msisdn> due : times.until(Instant.ofEpochMilli(now))) {
      AlertLog log = logs.get(due.value);
      if (log == null) {
        times.forget(due.key, due.value);
        continue;
      }
      AlertHistory before = new AlertHistory(log);
      remember(due.value, before, digested(due.value, before, due.key));
    }
  }

  /** The history after what was due: a digest sent, or put off to a day that has room for it. */
  private AlertHistory digested(Msisdn subscriber, AlertHistory before, Instant due) {
    Optional<SubscriberPreferences> wishes = wishes(subscriber);
    Preferences wanted = clock.preferences(subscriber, wishes, settings);
    AlertHistory history =
        before.on(AlertPolicy.day(due, wanted.zone())).without(due.minus(policy.again()));
    if (!history.holds()) {
      return history;
    }
    if (wanted.level() == Preferences.Level.NONE) {
      return history.released(0);
    }
    if (history.sentToday() >= wanted.dailyCap()) {
      return history.putOff(policy.digestDue(due, wanted));
    }
    context()
        .forward(
            new Record<>(
                subscriber,
                AlertTexts.digest(
                    subscriber,
                    history,
                    due,
                    Languages.of(subscriber, wishes),
                    notAfter(wanted, due)),
                due.toEpochMilli()));
    return history.released(1);
  }

  private void remember(Msisdn subscriber, AlertHistory before, AlertHistory after) {
    Optional<Instant> earlier = before.wake(policy.again());
    Optional<Instant> next = after.wake(policy.again());
    if (!earlier.equals(next)) {
      earlier.ifPresent(time -> times.forget(time, subscriber));
      next.ifPresent(time -> times.add(time, subscriber));
    }
    if (next.isEmpty()) {
      logs.delete(subscriber);
    } else {
      logs.put(subscriber, after.log());
    }
  }

  private Optional<SubscriberPreferences> wishes(Msisdn subscriber) {
    return Optional.ofNullable(preferences.get(subscriber)).map(ValueAndTimestamp::value);
  }

  /** Until when an alert of a time may be shown. */
  private static Optional<Instant> notAfter(Preferences wanted, Instant time) {
    return wanted.quiet().map(hours -> hours.nextBeginning(time, wanted.zone()));
  }

  private Optional<String> channel(AlertRequest request) {
    return Optional.ofNullable(request.getClaims())
        .or(() -> Optional.ofNullable(request.getOrganisation()))
        .map(organisations::get)
        .map(ValueAndTimestamp::value)
        .map(Organisation::getOfficialChannel);
  }
}
