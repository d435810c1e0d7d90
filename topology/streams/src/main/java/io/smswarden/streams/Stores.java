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

  /** The rule sets as they were published; global: every instance has all of them. */
  public static final String RULES = "filter-rules";

  /**
   * Groups of near-duplicates as a task sees them: at most 4 KiB each, as many as are set, gone
   * when not seen for the campaigns' TTL.
   */
  public static final String SIGHTINGS = "campaign-sightings";

  /** By sender the last of these groups it wrote to, about 60 bytes; gone after the same time. */
  public static final String CAMPAIGN_SENDERS = "campaign-senders";

  /** All campaigns with what they are counted from: at most 4 KiB each, as many as are set. */
  public static final String CAMPAIGNS = "campaigns";

  /** The campaigns as they were published; global: every instance has all of them. */
  public static final String KNOWN_CAMPAIGNS = "filter-campaigns";

  private Stores() {}
}
