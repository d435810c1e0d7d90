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

  /** The rule sets as they were published; global: every instance has all of them. */
  public static final String RULES = "filter-rules";

  private Stores() {}
}
