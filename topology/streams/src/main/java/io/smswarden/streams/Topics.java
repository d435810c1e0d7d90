package io.smswarden.streams;

import io.smswarden.filter.Msisdn;
import io.smswarden.filter.SenderId;
import io.smswarden.schemas.AuditEntry;
import io.smswarden.schemas.Campaign;
import io.smswarden.schemas.Complaint;
import io.smswarden.schemas.ComplaintReply;
import io.smswarden.schemas.ComplaintReport;
import io.smswarden.schemas.ComplaintStats;
import io.smswarden.schemas.ContactViolation;
import io.smswarden.schemas.DeadLetter;
import io.smswarden.schemas.EvidenceCheckpoint;
import io.smswarden.schemas.EvidenceContent;
import io.smswarden.schemas.EvidenceErasure;
import io.smswarden.schemas.EvidenceRecord;
import io.smswarden.schemas.Organisation;
import io.smswarden.schemas.RuleSetRecord;
import io.smswarden.schemas.SenderAnomaly;
import io.smswarden.schemas.SenderOverride;
import io.smswarden.schemas.SenderProfile;
import io.smswarden.schemas.SenderReply;
import io.smswarden.schemas.SenderReputation;
import io.smswarden.schemas.SmsEvent;
import io.smswarden.schemas.SubscriberAlert;
import io.smswarden.schemas.SubscriberPreferences;
import io.smswarden.schemas.TopSenders;
import io.smswarden.schemas.UndeliveredAlert;
import io.smswarden.schemas.Verdict;
import io.smswarden.schemas.Warning;
import java.util.List;

/**
 * Every topic that the pipeline reads or writes. Names use dots only: dot and underscore collide in
 * Kafka's metric names.
 */
public final class Topics {

  /** Messages as they passed the operator; the pipeline's input. */
  public static final Topic<SenderId, SmsEvent> EVENTS =
      new Topic<>("sms.events", TopicKey.SENDER, SmsEvent.class);

  /**
   * What subscribers report, before it is known which message they mean; an input, by subscriber.
   */
  public static final Topic<Msisdn, ComplaintReport> REPORTS =
      new Topic<>("complaint.reports", TopicKey.SUBSCRIBER, ComplaintReport.class);

  /** What subscribers are told about their reports. */
  public static final Topic<Msisdn, ComplaintReply> REPLIES_TO_REPORTS =
      new Topic<>("complaint.replies", TopicKey.SUBSCRIBER, ComplaintReply.class);

  /**
   * Subscribers' complaints, by the sender complained of; those of reports, and an input besides.
   */
  public static final Topic<SenderId, Complaint> COMPLAINTS =
      new Topic<>("complaints", TopicKey.SENDER, Complaint.class);

  /** The operator's registry of senders; an input, a tombstone ends a registration. */
  public static final Topic<SenderId, SenderProfile> PROFILES =
      new Topic<>("sender.profiles", TopicKey.SENDER, SenderProfile.class);

  /** What is known of each sender; written and read by the pipeline: the loop is closed here. */
  public static final Topic<SenderId, SenderReputation> REPUTATION =
      new Topic<>("sender.reputation", TopicKey.SENDER, SenderReputation.class);

  /** What the operator's staff decided of senders; an input, a tombstone takes it back. */
  public static final Topic<SenderId, SenderOverride> OVERRIDES =
      new Topic<>("sender.overrides", TopicKey.SENDER, SenderOverride.class);

  /**
   * Who was written to by another subscriber, by the one written to; written and read by the
   * pipeline. One small record for each pair of subscribers in half a day, none for others.
   */
  public static final Topic<SenderId, SenderReply> REPLIES =
      new Topic<>("sender.replies", TopicKey.SENDER, SenderReply.class);

  /** Every message's verdict. */
  public static final Topic<SenderId, Verdict> VERDICTS =
      new Topic<>("sms.verdicts", TopicKey.SENDER, Verdict.class);

  /** Flagged messages with reasons and evidence. */
  public static final Topic<SenderId, Warning> WARNINGS =
      new Topic<>("sms.warnings", TopicKey.SENDER, Warning.class);

  /** Advice to subscribers. */
  public static final Topic<Msisdn, SubscriberAlert> ALERTS =
      new Topic<>("subscriber.alerts", TopicKey.SUBSCRIBER, SubscriberAlert.class);

  /** Alerts that did not reach their subscribers; written by the delivery, and sent again by it. */
  public static final Topic<Msisdn, UndeliveredAlert> UNDELIVERED =
      new Topic<>("alerts.undelivered", TopicKey.SUBSCRIBER, UndeliveredAlert.class);

  /**
   * What subscribers want to be told, and when; an input, a tombstone goes back to the defaults.
   */
  public static final Topic<Msisdn, SubscriberPreferences> PREFERENCES =
      new Topic<>("subscriber.preferences", TopicKey.SUBSCRIBER, SubscriberPreferences.class);

  /** Registered organisations by name; written and read by the pipeline. */
  public static final Topic<String, Organisation> ORGANISATIONS =
      new Topic<>("registry.organisations", TopicKey.TEXT, Organisation.class);

  /** Messages about debts at hours or in numbers that are not permitted. */
  public static final Topic<SenderId, ContactViolation> VIOLATIONS =
      new Topic<>("contact.violations", TopicKey.SENDER, ContactViolation.class);

  /** Warnings and complaints by subject and window; key {@code DIMENSION:subject@window@start}. */
  public static final Topic<String, ComplaintStats> STATS =
      new Topic<>("complaint.stats", TopicKey.TEXT, ComplaintStats.class);

  /** Near-duplicate texts of many senders, by campaign id; written and read by the pipeline. */
  public static final Topic<String, Campaign> CAMPAIGNS =
      new Topic<>("sms.campaigns", TopicKey.TEXT, Campaign.class);

  /** Hours in which a sender drew unusually many complaints; key {@code sender@start}. */
  public static final Topic<String, SenderAnomaly> ANOMALIES =
      new Topic<>("sender.anomalies", TopicKey.TEXT, SenderAnomaly.class);

  /** The most suspicious senders now, one list. */
  public static final Topic<String, TopSenders> TOP_SENDERS =
      new Topic<>("sender.top", TopicKey.TEXT, TopSenders.class);

  /** Flagged messages in a hash chain per sender, without text and recipient. */
  public static final Topic<SenderId, EvidenceRecord> EVIDENCE =
      new Topic<>("sms.evidence", TopicKey.SENDER, EvidenceRecord.class);

  /** Text and recipient of each, by its record's hash; a tombstone erases them. */
  public static final Topic<String, EvidenceContent> EVIDENCE_CONTENT =
      new Topic<>("sms.evidence.content", TopicKey.TEXT, EvidenceContent.class);

  /** The heads of the chains, signed; by number of the partition. */
  public static final Topic<String, EvidenceCheckpoint> EVIDENCE_CHECKPOINTS =
      new Topic<>("evidence.checkpoints", TopicKey.TEXT, EvidenceCheckpoint.class);

  /** Who erased which contents, when and why; written by the command that erases. */
  public static final Topic<String, EvidenceErasure> EVIDENCE_ERASURES =
      new Topic<>("evidence.erasures", TopicKey.TEXT, EvidenceErasure.class);

  /** What could not be read, processed or written; keyed by the origin's key bytes. */
  public static final Topic<String, DeadLetter> DEAD_LETTERS =
      new Topic<>("sms.dlq", TopicKey.TEXT, DeadLetter.class);

  /** The operator's rule sets, by name; an input, a tombstone takes one out of force. */
  public static final Topic<String, RuleSetRecord> RULES =
      new Topic<>("filter.rules", TopicKey.TEXT, RuleSetRecord.class);

  /** Key of the rule set that is in force. */
  public static final String RULES_IN_FORCE = "default";

  /** What people and programs did through the console, by name of the account or key. */
  public static final Topic<String, AuditEntry> AUDIT =
      new Topic<>("audit.log", TopicKey.TEXT, AuditEntry.class);

  /** All topics; each must exist before the pipeline starts. */
  public static final List<Topic<?, ?>> ALL =
      List.of(
          EVENTS,
          COMPLAINTS,
          REPORTS,
          REPLIES_TO_REPORTS,
          PROFILES,
          REPUTATION,
          OVERRIDES,
          REPLIES,
          VERDICTS,
          WARNINGS,
          ALERTS,
          UNDELIVERED,
          PREFERENCES,
          ORGANISATIONS,
          VIOLATIONS,
          STATS,
          CAMPAIGNS,
          ANOMALIES,
          TOP_SENDERS,
          EVIDENCE,
          EVIDENCE_CONTENT,
          EVIDENCE_CHECKPOINTS,
          EVIDENCE_ERASURES,
          RULES,
          AUDIT,
          DEAD_LETTERS);

  /**
   * Topics that must have the same number of partitions: they are joined by sender, or by
   * subscriber with what messages are repartitioned to.
   */
  public static final List<Topic<?, ?>> COPARTITIONED =
      List.of(EVENTS, COMPLAINTS, PROFILES, REPUTATION, OVERRIDES, REPLIES, PREFERENCES, REPORTS);

  private Topics() {}
}
