package io.smswarden.streams.alert;

import io.smswarden.filter.Msisdn;
import io.smswarden.filter.SenderId;
import io.smswarden.filter.verdict.Category;
import io.smswarden.schemas.SubscriberAlert;
import io.smswarden.schemas.Verdict;
import io.smswarden.schemas.Warning;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;

/** Turns warnings into advice for the subscriber, by subscriber. */
public final class Alerts {

  private Alerts() {}

  /** An alert for each warning whose category is worth one. */
  public static KStream<Msisdn, SubscriberAlert> of(KStream<SenderId, Warning> warnings) {
    return warnings
        .filter((sender, warning) -> category(warning).alerts(), Named.as("worth-an-alert"))
        .map(
            (sender, warning) -> KeyValue.pair(new Msisdn(warning.getRecipient()), alert(warning)),
            Named.as("alert-by-subscriber"));
  }

  private static Category category(Warning warning) {
    return Category.valueOf(warning.getVerdict().getCategory().name());
  }

  private static SubscriberAlert alert(Warning warning) {
    Verdict verdict = warning.getVerdict();
    Advice advice = Advice.on(category(warning));
    return new SubscriberAlert(
        verdict.getMessageId(),
        warning.getRecipient(),
        verdict.getSender(),
        verdict.getCategory(),
        verdict.getAction(),
        verdict.getScore(),
        advice.zh(),
        advice.en(),
        verdict.getEventTime());
  }
}
