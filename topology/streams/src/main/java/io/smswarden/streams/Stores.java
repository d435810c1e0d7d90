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

  /**
   * The head of each sender's chain of evidence and of the partition's checkpoints: 150 bytes for
   * each sender that was ever flagged, for as long as the chain is to go on.
   */
  public static final String EVIDENCE_HEADS = "evidence-heads";

  /** The heads that no checkpoint has signed yet; in memory, 300 bytes for each, emptied by it. */
  public static final String EVIDENCE_UNSIGNED = "evidence-unsigned";

  /** The rule sets as they were published; global: every instance has all of them. */
  public static final String RULES = "filter-rules";

  private Stores() {}
}
