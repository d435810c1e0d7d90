package io.smswarden.filter.campaign;

import java.time.Instant;
import java.util.Objects;

/**
 * What is known of a campaign when a message of it is judged.
 *
 * @param id the campaign's id
 * @param senders senders so far, estimated
 * @param messages messages so far
 * @param meanScore mean score of its messages by their text alone, in [0,1]
 * @param complaints complaints so far, each counted by its weight
 * @param lastSeen event time of its latest message
 * @param warned whether it is one to warn of
 */
public record CampaignStanding(
    String id,
    long senders,
    long messages,
    double meanScore,
    double complaints,
    Instant lastSeen,
    boolean warned) {

  /** So many senders are half of the certainty that senders are being rotated. */
  private static final double HALF_SENDERS = 5;

  /** Where so many of a hundred recipients complain, nobody wanted it; few ever complain. */
  private static final double CERTAIN_COMPLAINT_SHARE = 0.01;

  public CampaignStanding {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(lastSeen, "lastSeen");
  }

  /** Complaints by message, in [0,1]. */
  public double complaintShare() {
    return messages == 0 ? 0 : Math.min(1, complaints / messages);
  }

  /**
   * How strongly it speaks against a message to be one of this campaign, in [0,1]: n / (n + 5) of
   * the number of senders, times the probability that the campaign is unwanted by its texts or by
   * its complaints, taken as independent. 0 when it is not one to warn of.
   */
  public double strength() {
    if (!warned) {
      return 0;
    }
    double rotation = senders / (senders + HALF_SENDERS);
    double complained = Math.min(1, complaintShare() / CERTAIN_COMPLAINT_SHARE);
    return rotation * (1 - (1 - meanScore) * (1 - complained));
  }
}
