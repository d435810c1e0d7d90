package io.smswarden.streams;

import io.smswarden.filter.Msisdn;
import io.smswarden.filter.SenderId;
import io.smswarden.schemas.Campaign;
import io.smswarden.schemas.Complaint;
import io.smswarden.schemas.ComplaintStats;
import io.smswarden.schemas.DeadLetter;
import io.smswarden.schemas.RuleSetRecord;
import io.smswarden.schemas.SenderProfile;
import io.smswarden.schemas.SenderReputation;
import io.smswarden.schemas.SmsEvent;
import io.smswarden.schemas.SubscriberAlert;
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

  /** Subscribers' complaints, by the sender complained of; an input. */
  public static final Topic<SenderId, Complaint> COMPLAINTS =
      new Topic<>("complaints", TopicKey.SENDER, Complaint.class);

  /** The operator's registry of senders; an input, a tombstone ends a registration. */
  public static final Topic<SenderId, SenderProfile> PROFILES =
      new Topic<>("sender.profiles", TopicKey.SENDER, SenderProfile.class);

  /** What is known of each sender; written and read by the pipeline: the loop is closed here. */
  public static final Topic<SenderId, SenderReputation> REPUTATION =
      new Topic<>("sender.reputation", TopicKey.SENDER, SenderReputation.class);

  /** Every message's verdict. */
  public static final Topic<SenderId, Verdict> VERDICTS =
      new Topic<>("sms.verdicts", TopicKey.SENDER, Verdict.class);

  /** Flagged messages with reasons and evidence. */
  public static final Topic<SenderId, Warning> WARNINGS =
      new Topic<>("sms.warnings", TopicKey.SENDER, Warning.class);

  /** Advice to subscribers. */
  public static final Topic<Msisdn, SubscriberAlert> ALERTS =
      new Topic<>("subscriber.alerts", TopicKey.SUBSCRIBER, SubscriberAlert.class);

  /** Warnings and complaints by sender and window; key {@code sender@window@start}. */
  public static final Topic<String, ComplaintStats> STATS =
      new Topic<>("complaint.stats", TopicKey.TEXT, ComplaintStats.class);

  /** Near-duplicate texts of many senders, by campaign id; written and read by the pipeline. */
  public static final Topic<String, Campaign> CAMPAIGNS =
      new Topic<>("sms.campaigns", TopicKey.TEXT, Campaign.class);

  /** What could not be read, processed or written; keyed by the origin's key bytes. */
  public static final Topic<String, DeadLetter> DEAD_LETTERS =
      new Topic<>("sms.dlq", TopicKey.TEXT, DeadLetter.class);

  /** The operator's rule sets, by name; an input, a tombstone takes one out of force. */
  public static final Topic<String, RuleSetRecord> RULES =
      new Topic<>("filter.rules", TopicKey.TEXT, RuleSetRecord.class);

  /** Key of the rule set that is in force. */
  public static final String RULES_IN_FORCE = "default";

  /** All topics; each must exist before the pipeline starts. */
  public static final List<Topic<?, ?>> ALL =
      List.of(
          EVENTS,
          COMPLAINTS,
          PROFILES,
          REPUTATION,
          VERDICTS,
          WARNINGS,
          ALERTS,
          STATS,
          CAMPAIGNS,
          RULES,
          DEAD_LETTERS);

  /** Topics that are joined by sender: they must have the same number of partitions. */
  public static final List<Topic<?, ?>> COPARTITIONED =
      List.of(EVENTS, COMPLAINTS, PROFILES, REPUTATION);

  private Topics() {}
}
