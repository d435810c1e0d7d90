package io.smswarden.streams;

/**
 * Every state store. A name is part of the state's compatibility: renaming one abandons its
 * contents.
 */
public final class Stores {

  /** The sender-reputation table; its changelog is the topic itself. */
  public static final String REPUTATION = "sender-reputation";

  /** All that a sender's reputation is made from, up to the last message. */
  public static final String HISTORY = "sender-history";

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
