package io.smswarden.streams;

/**
 * Every state store. A name is part of the state's compatibility: renaming one abandons its
 * contents.
 */
public final class Stores {

  /** The sender-reputation table, at most 110 bytes a sender; its changelog is the topic itself. */
  public static final String REPUTATION = "sender-reputation";

  /**
   * All that a sender's reputation is made from, up to the last message. At most 110 bytes a
   * sender, 9 more for each recent complainant up to 64 of them, and what an organisation's name or
   * an override takes; forgotten after ten half-lives.
   */
  public static final String HISTORY = "sender-history";

  /**
   * How each sender behaved in its latest day. At most 70 bytes for a sender with one recipient,
   * 130 with eight, 800 with any number; forgotten when idle. Ten million senders with one
   * recipient each take 0.7 GB, and as many with eight 1.3 GB, all instances together; keys take 15
   * bytes more.
   */
  public static final String BEHAVIOUR = "sender-behaviour";

  /** Counts by sender and hour. */
  public static final String STATS_HOUR = "complaint-stats-hour";

  /** Counts by sender and day. */
  public static final String STATS_DAY = "complaint-stats-day";

  /** Counts by organisation, category, region and campaign, summed up for a second. */
  public static final String STATS_PARTIAL = "complaint-stats-partial";

  /** Counts by organisation, category, region and campaign, and hour. */
  public static final String SUBJECT_STATS_HOUR = "subject-stats-hour";

  /** Counts by organisation, category, region and campaign, and day. */
  public static final String SUBJECT_STATS_DAY = "subject-stats-day";

  /** The most suspicious senders of a partition. */
  public static final String SUSPECTS_HERE = "suspects-here";

  /** The most suspicious senders by partition, and the topic that brings them together. */
  public static final String SUSPECTS = "suspects";

  /** Contacts of collectors with subscribers, and the topic that brings them together. */
  public static final String CONTACTS = "collection-contacts";

  /** What subscribers want to be told; its changelog is the topic itself. */
  public static final String PREFERENCES = "subscriber-preferences";

  /** What each subscriber was told and what waits for a digest. */
  public static final String ALERT_LOG = "alert-log";

  /** Subscribers by the time of their next digest. */
  public static final String ALERT_TIMES = "alert-times";

  /** Registered organisations by name; global. */
  public static final String ORGANISATIONS = "registry-organisations";

  /**
   * The head of each sender's chain of evidence and of the partition's checkpoints: 150 bytes for
   * each sender that was ever flagged, for as long as the chain is to go on.
   */
  public static final String EVIDENCE_HEADS = "evidence-heads";

  /** The heads that no checkpoint has signed yet; in memory, 300 bytes for each, emptied by it. */
  public static final String EVIDENCE_UNSIGNED = "evidence-unsigned";

  /**
   * Messages of subscribers of late, so that a report finds the one it means: about 100 bytes a
   * message, for {@code smswarden.complaints.inbox}.
   */
  public static final String COMPLAINT_INBOX = "complaint-inbox";

  /** Reports whose sender was asked for: about 90 bytes each, for the time to answer. */
  public static final String COMPLAINT_DIALOGUE = "complaint-dialogue";

  /**
   * How reliable those are who complain, and what they complained of: 45 bytes each and about as
   * many for each complaint of late, 1.4 KiB at most; forgotten after four half-lives.
   */
  public static final String COMPLAINANTS = "complainants";

  /** The rule sets as they were published; global: every instance has all of them. */
  public static final String RULES = "filter-rules";

  private Stores() {}
}
