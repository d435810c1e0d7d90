package io.smswarden.filter.signal;

import io.smswarden.filter.Message;
import io.smswarden.filter.campaign.CampaignStanding;
import io.smswarden.filter.text.TextViews;
import io.smswarden.filter.verdict.Finding;
import java.util.List;

/** The text of a campaign that is warned of, whoever sends it: the stronger, the more is known. */
public final class CampaignKnown implements Signal {

  private static final String CODE = "CAMPAIGN_KNOWN";

  /** Stands for the campaign's id in the row's explanations. */
  private static final String ID = "{campaign}";

  CampaignKnown() {}

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public void observe(Message message, TextViews views, Sink sink) {
    if (message.campaign().isPresent()) {
      double strength = message.campaign().get().strength();
      if (strength > 0) {
        sink.seen(strength, 0, 0);
      }
    }
  }

  /** The same findings, where this signal's names the campaign. */
  public static List<Finding> named(List<Finding> findings, CampaignStanding campaign) {
    return findings.stream()
        .map(finding -> finding.code().equals(CODE) ? named(finding, campaign.id()) : finding)
        .toList();
  }

  private static Finding named(Finding finding, String id) {
    return new Finding(
        finding.code(),
        finding.category(),
        finding.strength(),
        finding.weight(),
        finding.start(),
        finding.end(),
        finding.reasonZh().replace(ID, id),
        finding.reasonEn().replace(ID, id));
  }
}
