package io.smswarden.streams.campaign;

import io.smswarden.filter.campaign.CampaignCriterion;
import io.smswarden.filter.campaign.CampaignStanding;
import io.smswarden.schemas.Campaign;
import io.smswarden.schemas.CampaignState;
import io.smswarden.schemas.CampaignTally;
import io.smswarden.schemas.Category;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.Map;

/** Makes a campaign as it is published of what is counted, and a standing of what is published. */
final class CampaignView {

  private final CampaignCriterion criterion;

  CampaignView(CampaignCriterion criterion) {
    this.criterion = criterion;
  }

  Campaign of(String id, String sample, ByteBuffer fingerprint, CampaignTally tally) {
    Campaign watched = watched(id, sample, fingerprint, tally);
    return criterion.warns(standing(watched))
        ? Campaign.newBuilder(watched).setState(CampaignState.WARNED).build()
        : watched;
  }

  private static Campaign watched(
      String id, String sample, ByteBuffer fingerprint, CampaignTally tally) {
    return new Campaign(
        id,
        sample,
        mostOf(tally.getCategories()),
        CampaignState.WATCHED,
        Sketches.count(tally.getSenders()),
        Sketches.count(tally.getRecipients()),
        tally.getMessages(),
        tally.getFlagged(),
        tally.getComplaints(),
        tally.getScoreSum() / tally.getMessages(),
        tally.getFirstSeen(),
        tally.getLastSeen(),
        fingerprint);
  }

  private static Category mostOf(Map<String, Long> categories) {
    return categories.entrySet().stream()
        .max(
            Map.Entry.<String, Long>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(most -> Category.valueOf(most.getKey()))
        .orElse(Category.UNKNOWN);
  }

  /** What the scorer has to know of a published campaign. */
  static CampaignStanding standing(Campaign campaign) {
    return new CampaignStanding(
        campaign.getId(),
        campaign.getSenders(),
        campaign.getMessages(),
        campaign.getMeanScore(),
        campaign.getComplaints(),
        campaign.getLastSeen(),
        campaign.getState() == CampaignState.WARNED);
  }
}
