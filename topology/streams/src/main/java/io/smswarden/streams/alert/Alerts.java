package io.smswarden.streams.alert;

import io.smswarden.filter.Msisdn;
import io.smswarden.filter.SenderId;
import io.smswarden.filter.extract.Extractor;
import io.smswarden.filter.extract.Facts;
import io.smswarden.schemas.AlertLog;
import io.smswarden.schemas.AlertRequest;
import io.smswarden.schemas.SubscriberAlert;
import io.smswarden.schemas.SubscriberPreferences;
import io.smswarden.schemas.Verdict;
import io.smswarden.schemas.Warning;
import io.smswarden.streams.PipelineSettings;
import io.smswarden.streams.Stores;
import io.smswarden.streams.TopicKey;
import io.smswarden.streams.TopicSerdes;
import io.smswarden.streams.Topics;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Turns warnings into advice, by subscriber. Only flagged messages are repartitioned, without their
 * text.
 */
public final class Alerts {

  private final PipelineSettings.Alerts settings;
  private final TopicSerdes serdes;

  /** Alerts as an operator wants them. */
  public Alerts(PipelineSettings.Alerts settings, TopicSerdes serdes) {
    this.settings = settings;
    this.serdes = serdes;
  }

  /** The alerts and digests that warnings give rise to. */
  public KStream<Msisdn, SubscriberAlert> of(
      StreamsBuilder builder, KStream<SenderId, Warning> warnings) {
    preferences(builder);
    builder.addStateStore(
        org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                org.apache.kafka.streams.state.Stores.persistentKeyValueStore(Stores.ALERT_LOG),
                TopicKey.SUBSCRIBER.serde(),
                TopicSerdes.stored(AlertLog.class))
            .withCachingEnabled()
            .withLoggingEnabled(Map.of()));
    builder.addStateStore(
        org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                org.apache.kafka.streams.state.Stores.persistentKeyValueStore(Stores.ALERT_TIMES),
                TopicKey.TEXT.serde(),
                Serdes.ByteArray())
            .withLoggingEnabled(Map.of()));
    return warnings
        .selectKey(
            (sender, warning) -> new Msisdn(warning.getRecipient()),
            Named.as("warning-by-subscriber"))
        .mapValues(warning -> request(warning), Named.as("alert-request"))
        .repartition(
            Repartitioned.with(TopicKey.SUBSCRIBER.serde(), TopicSerdes.stored(AlertRequest.class))
                .withName("alert-requests"))
        .process(
            () -> new AlertProcessor(settings),
            Named.as("alert"),
            Stores.ALERT_LOG,
            Stores.ALERT_TIMES,
            Stores.PREFERENCES);
  }

  /** The table of preferences, which has as many partitions as the messages. */
  private void preferences(StreamsBuilder builder) {
    builder.table(
        Topics.PREFERENCES.name(),
        Consumed.with(serdes.key(Topics.PREFERENCES), serdes.value(Topics.PREFERENCES))
            .withName("preferences"),
        Materialized.<Msisdn, SubscriberPreferences, KeyValueStore<Bytes, byte[]>>as(
                Stores.PREFERENCES)
            .withKeySerde(serdes.key(Topics.PREFERENCES))
            .withValueSerde(serdes.value(Topics.PREFERENCES)));
  }

  private static AlertRequest request(Warning warning) {
    Verdict verdict = warning.getVerdict();
    return AlertRequest.newBuilder()
        .setMessageId(verdict.getMessageId())
        .setSender(verdict.getSender())
        .setCampaign(verdict.getCampaign())
        .setCategory(verdict.getCategory())
        .setAction(verdict.getAction())
        .setScore(verdict.getScore())
        .setClaims(claims(warning.getText()))
        .setOrganisation(warning.getOrganisation())
        .setSenderVerified(warning.getSenderVerified())
        .setEventTime(verdict.getEventTime())
        .build();
  }

  private static String claims(String text) {
    return Extractor.signatures(text).stream().map(Facts.Signature::name).findFirst().orElse(null);
  }
}
