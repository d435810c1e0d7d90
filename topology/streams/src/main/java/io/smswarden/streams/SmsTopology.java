package io.smswarden.streams;

import io.smswarden.filter.Judge;
import io.smswarden.filter.LiveJudge;
import io.smswarden.filter.Msisdn;
import io.smswarden.filter.SenderId;
import io.smswarden.schemas.Complaint;
import io.smswarden.schemas.ComplaintStats;
import io.smswarden.schemas.SenderHistory;
import io.smswarden.schemas.SenderProfile;
import io.smswarden.schemas.SenderReputation;
import io.smswarden.schemas.SmsEvent;
import io.smswarden.schemas.SubscriberAlert;
import io.smswarden.schemas.Warning;
import io.smswarden.streams.alert.Alerts;
import io.smswarden.streams.campaign.Campaigns;
import io.smswarden.streams.check.Check;
import io.smswarden.streams.reputation.ReputationProcessor;
import io.smswarden.streams.reputation.SenderFact;
import io.smswarden.streams.rules.RulesInForce;
import io.smswarden.streams.score.Judged;
import io.smswarden.streams.score.Scorer;
import io.smswarden.streams.statistics.Statistics;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Joined;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The whole pipeline, from messages to warnings, alerts and statistics. Everything up to the
 * warnings is keyed by sender and runs in one sub-topology: a message crosses no repartition topic.
 */
public final class SmsTopology {

  private final StreamsBuilder builder = new StreamsBuilder();
  private final TopicSerdes serdes;
  private final RulesInForce rules;
  private final Scorer scorer;
  private final Statistics statistics;
  private final Campaigns campaigns;

  /** The pipeline with a judge, its formats, its settings and its observer. */
  public SmsTopology(
      Judge judge, TopicSerdes serdes, PipelineSettings settings, PipelineObserver observer) {
    this.serdes = serdes;
    LiveJudge live = new LiveJudge(judge);
    this.rules = new RulesInForce(live, serdes, observer);
    this.campaigns = new Campaigns(settings.campaigns(), serdes);
    this.scorer = new Scorer(live, campaigns.known(), observer);
    this.statistics = new Statistics(settings.statsGrace());
  }

  /** The topology, to be run with {@link PipelineConfig}. */
  public Topology build() {
    rules.follow(builder);
    campaigns.follow(builder);
    KTable<SenderId, SenderReputation> reputation = reputation();
    KStream<SenderId, Complaint> complaints = complaints();

    KStream<SenderId, Judged> judged =
        events().leftJoin(reputation, scorer, Joined.as("event-with-reputation"));
    write(judged.mapValues(Judged::verdict, Named.as("verdict")), Topics.VERDICTS);

    KStream<SenderId, Warning> warnings =
        judged
            .filter((sender, message) -> message.flagged(), Named.as("flagged"))
            .mapValues(Judged::warning, Named.as("warning"));
    write(warnings, Topics.WARNINGS);

    KStream<Msisdn, SubscriberAlert> alerts = Alerts.of(warnings);
    write(alerts, Topics.ALERTS);

    KStream<String, ComplaintStats> stats = statistics.of(warnings, complaints);
    write(stats, Topics.STATS);

    // The first loop: a campaign found is known to the scorers of every instance.
    write(campaigns.of(builder, judged, complaints), Topics.CAMPAIGNS);

    // The second: what was found and complained of is known when the sender's next message comes.
    write(reputations(judged, complaints, profiles()), Topics.REPUTATION);

    return builder.build(optimised());
  }

  private KStream<SenderId, SmsEvent> events() {
    return read(Topics.EVENTS, "events").processValues(Check.events(), Named.as("checked-events"));
  }

  private KStream<SenderId, Complaint> complaints() {
    return read(Topics.COMPLAINTS, "complaints")
        .processValues(Check.sender(Complaint::getSender), Named.as("checked-complaints"));
  }

  private KStream<SenderId, SenderProfile> profiles() {
    return read(Topics.PROFILES, "profiles")
        .processValues(
            Check.senderOrTombstone(SenderProfile::getSender), Named.as("checked-profiles"));
  }

  private KTable<SenderId, SenderReputation> reputation() {
    return builder.table(
        Topics.REPUTATION.name(),
        consumed(Topics.REPUTATION, "reputation"),
        Materialized.<SenderId, SenderReputation, KeyValueStore<Bytes, byte[]>>as(Stores.REPUTATION)
            .withKeySerde(serdes.key(Topics.REPUTATION))
            .withValueSerde(serdes.value(Topics.REPUTATION)));
  }

  private KStream<SenderId, SenderReputation> reputations(
      KStream<SenderId, Judged> judged,
      KStream<SenderId, Complaint> complaints,
      KStream<SenderId, SenderProfile> profiles) {
    builder.addStateStore(histories());
    return judged
        .mapValues(message -> SenderFact.of(message), Named.as("judged-facts"))
        .merge(
            complaints.mapValues(
                complaint -> SenderFact.of(complaint), Named.as("complaint-facts")),
            Named.as("judged-and-complaint-facts"))
        .merge(
            profiles.mapValues(profile -> SenderFact.of(profile), Named.as("profile-facts")),
            Named.as("sender-facts"))
        .processValues(ReputationProcessor::new, Named.as("new-reputation"), Stores.HISTORY);
  }

  private StoreBuilder<KeyValueStore<SenderId, SenderHistory>> histories() {
    return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
            org.apache.kafka.streams.state.Stores.persistentKeyValueStore(Stores.HISTORY),
            TopicKey.SENDER.serde(),
            TopicSerdes.stored(SenderHistory.class))
        .withCachingEnabled()
        .withLoggingEnabled(Map.of());
  }

  private <K, V extends SpecificRecord> KStream<K, V> read(Topic<K, V> topic, String name) {
    return builder.stream(topic.name(), consumed(topic, name));
  }

  private <K, V extends SpecificRecord> Consumed<K, V> consumed(Topic<K, V> topic, String name) {
    return Consumed.with(serdes.key(topic), serdes.value(topic))
        .withName(name)
        .withTimestampExtractor(new EventTime());
  }

  private <K, V extends SpecificRecord> void write(KStream<K, V> stream, Topic<K, V> topic) {
    stream.to(
        topic.name(),
        Produced.with(serdes.key(topic), serdes.value(topic)).withName("to-" + topic.name()));
  }

  /** The table's topic is its changelog: a reputation is not written twice. */
  private static Properties optimised() {
    Properties properties = new Properties();
    properties.put(
        StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, StreamsConfig.REUSE_KTABLE_SOURCE_TOPICS);
    return properties;
  }
}
