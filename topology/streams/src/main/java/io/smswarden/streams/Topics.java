package io.smswarden.streams;

import io.smswarden.filter.Msisdn;
import io.smswarden.filter.SenderId;
import io.smswarden.schemas.Complaint;
import io.smswarden.schemas.ComplaintStats;
import io.smswarden.schemas.ContactViolation;
import io.smswarden.schemas.DeadLetter;
import io.smswarden.schemas.Organisation;
import io.smswarden.schemas.RuleSetRecord;
import io.smswarden.schemas.SenderProfile;
import io.smswarden.schemas.SenderReputation;
import io.smswarden.schemas.SmsEvent;
import io.smswarden.schemas.SubscriberAlert;
import io.smswarden.schemas.SubscriberPreferences;
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

  /** Warnings and complaints by sender and window; key {@code sender@window@start}. */
  public static final Topic<String, ComplaintStats> STATS =
      new Topic<>("complaint.stats", TopicKey.TEXT, ComplaintStats.class);

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
          PREFERENCES,
          ORGANISATIONS,
          VIOLATIONS,
          STATS,
          RULES,
          DEAD_LETTERS);

  /**
   * Topics that must have the same number of partitions: they are joined by sender, or by
   * subscriber with what messages are repartitioned to.
   */
  public static final List<Topic<?, ?>> COPARTITIONED =
      List.of(EVENTS, COMPLAINTS, PROFILES, REPUTATION, PREFERENCES);

  private Topics() {}
}
