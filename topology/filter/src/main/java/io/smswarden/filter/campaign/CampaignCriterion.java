package io.smswarden.filter.campaign;

/**
 * When a group of near-duplicates is a campaign to warn of: it comes from many senders, and either
 * its texts taken alone look unwanted or enough of its recipients complained. A greeting that
 * thousands pass on comes from many senders and is neither.
 *
 * @param senders fewest senders that are not verified
 * @param score lowest mean score of its messages by their text alone, in [0,1]; what is known of
 *     the senders and of the campaign plays no part in it, or a warning would confirm itself
 * @param complaints fewest complaints, where the score is lower
 * @param complaintShare and their lowest share of the messages, in [0,1]
 */
public record CampaignCriterion(
    int senders, double score, double complaints, double complaintShare) {

  public CampaignCriterion {
    if (senders < 2) {
      throw new IllegalArgumentException("a campaign to warn of has at least 2 senders");
    }
    if (!(score > 0 && score <= 1) || !(complaintShare > 0 && complaintShare <= 1)) {
      throw new IllegalArgumentException("the score and the complaints' share are in ]0,1]");
    }
    if (!(complaints >= 1)) {
      throw new IllegalArgumentException("at least one complaint makes a campaign");
    }
  }

  /** Whether such a campaign is one to warn of. */
  public boolean warns(CampaignStanding campaign) {
    return campaign.senders() >= senders
        && (campaign.meanScore() >= score
            || (campaign.complaints() >= complaints
                && campaign.complaintShare() >= complaintShare));
  }
}
