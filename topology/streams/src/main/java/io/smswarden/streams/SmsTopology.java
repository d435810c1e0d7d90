package io.smswarden.streams;

import io.smswarden.filter.Judge;
import io.smswarden.filter.LiveJudge;
import io.smswarden.filter.Msisdn;
import io.smswarden.filter.SenderId;
import io.smswarden.filter.evidence.EvidenceKeys;
import io.smswarden.schemas.Complaint;
import io.smswarden.schemas.ComplaintReport;
import io.smswarden.schemas.SenderOverride;
import io.smswarden.schemas.SenderProfile;
import io.smswarden.schemas.SenderReply;
import io.smswarden.schemas.SenderReputation;
import io.smswarden.schemas.SmsEvent;
import io.smswarden.schemas.Warning;
import io.smswarden.streams.alert.Alerts;
import io.smswarden.streams.alert.Organisations;
import io.smswarden.streams.behaviour.Behaviours;
import io.smswarden.streams.behaviour.Observed;
import io.smswarden.streams.check.Check;
import io.smswarden.streams.complaint.Handled;
import io.smswarden.streams.complaint.Reports;
import io.smswarden.streams.contact.ContactViolations;
import io.smswarden.streams.evidence.Evidence;
import io.smswarden.streams.reputation.Reputations;
import io.smswarden.streams.rules.RulesInForce;
import io.smswarden.streams.score.Judged;
import io.smswarden.streams.score.Scorer;
import io.smswarden.streams.statistics.Statistics;
import io.smswarden.streams.statistics.TopSuspects;
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
  private final Behaviours behaviours;
  private final Reputations reputations;
  private final ContactViolations violations;
  private final Alerts alerts;
  private final PipelineSettings.Evidence evidence;
  private final Reports reports;

  /** The pipeline with a judge, its formats, its settings and its observer. */
  public SmsTopology(
      Judge judge, TopicSerdes serdes, PipelineSettings settings, PipelineObserver observer) {
    this.serdes = serdes;
    LiveJudge live = new LiveJudge(judge);
    this.rules = new RulesInForce(live, serdes, observer);
    this.scorer = new Scorer(live, settings.reputation(), observer);
    this.statistics = new Statistics(settings.statsGrace());
    this.behaviours = new Behaviours(settings.behaviour());
    this.reputations = new Reputations(settings.reputation());
    this.violations = new ContactViolations(settings.contactRules(), settings.statsGrace());
    this.alerts = new Alerts(settings.alerts(), serdes);
    this.evidence = settings.evidence();
    this.reports = new Reports(settings.complaints());
  }

  /** The topology, to be run with {@link PipelineConfig}. */
  public Topology build() {
    rules.follow(builder);
    KTable<SenderId, SenderReputation> reputation = reputation();
    KStream<SenderId, Complaint> complaints = complaints();
    KStream<SenderId, SenderProfile> profiles = profiles();

    KStream<SenderId, Observed> observed = behaviours.of(builder, events(), replies());
    write(Behaviours.replies(observed), Topics.REPLIES);

    KStream<SenderId, Judged> judged =
        observed.leftJoin(reputation, scorer, Joined.as("event-with-reputation"));
    write(judged.mapValues(Judged::verdict, Named.as("verdict")), Topics.VERDICTS);

    KStream<SenderId, Warning> warnings =
        judged
            .filter((sender, message) -> message.flagged(), Named.as("flagged"))
            .mapValues(Judged::warning, Named.as("warning"));
    write(warnings, Topics.WARNINGS);

    Organisations.known(builder, serdes);
    write(Organisations.of(profiles), Topics.ORGANISATIONS);
    write(alerts.of(builder, warnings), Topics.ALERTS);

    evidence.keys().ifPresent(keys -> keep(warnings, keys));

    write(violations.of(builder, judged), Topics.VIOLATIONS);

    KStream<Msisdn, Handled> handled = reports.handled(builder, judged, reports());
    write(Reports.complaints(handled), Topics.COMPLAINTS);
    write(Reports.replies(handled), Topics.REPLIES_TO_REPORTS);

    Statistics.Counted counted = statistics.of(builder, warnings, complaints, reputation);
    write(counted.stats(), Topics.STATS);
    write(counted.anomalies(), Topics.ANOMALIES);

    // The loop: what was found and complained of is known when the sender's next message comes.
    KStream<SenderId, SenderReputation> published =
        reputations.of(builder, judged, complaints, profiles, overrides());
    write(published, Topics.REPUTATION);
    write(TopSuspects.of(builder, published), Topics.TOP_SENDERS);

    return builder.build(optimised());
  }

  private void keep(KStream<SenderId, Warning> warnings, EvidenceKeys keys) {
    Evidence kept = Evidence.of(builder, warnings, keys, evidence.checkpointInterval());
    write(kept.chains(), Topics.EVIDENCE);
    write(kept.contents(), Topics.EVIDENCE_CONTENT);
    write(kept.checkpoints(), Topics.EVIDENCE_CHECKPOINTS);
  }

  private KStream<SenderId, SmsEvent> events() {
    KStream<SenderId, SmsEvent> events =
        read(Topics.EVENTS, "events").processValues(Check.events(), Named.as("checked-events"));
    write(reports.forwarded(events), Topics.REPORTS);
    return reports.others(events);
  }

  private KStream<SenderId, Complaint> complaints() {
    return read(Topics.COMPLAINTS, "complaints")
        .processValues(Check.sender(Complaint::getSender), Named.as("checked-complaints"));
  }

  private KStream<Msisdn, ComplaintReport> reports() {
    return read(Topics.REPORTS, "reports")
        .processValues(Check.reports(), Named.as("checked-reports"));
  }

  private KStream<SenderId, SenderProfile> profiles() {
    return read(Topics.PROFILES, "profiles")
        .processValues(
            Check.senderOrTombstone(SenderProfile::getSender), Named.as("checked-profiles"));
  }

  private KStream<SenderId, SenderOverride> overrides() {
    return read(Topics.OVERRIDES, "overrides")
        .processValues(
            Check.senderOrTombstone(SenderOverride::getSender), Named.as("checked-overrides"));
  }

  private KStream<SenderId, SenderReply> replies() {
    return read(Topics.REPLIES, "replies");
  }

  private KTable<SenderId, SenderReputation> reputation() {
    return builder.table(
        Topics.REPUTATION.name(),
        consumed(Topics.REPUTATION, "reputation"),
        Materialized.<SenderId, SenderReputation, KeyValueStore<Bytes, byte[]>>as(Stores.REPUTATION)
            .withKeySerde(serdes.key(Topics.REPUTATION))
            .withValueSerde(serdes.value(Topics.REPUTATION)));
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
