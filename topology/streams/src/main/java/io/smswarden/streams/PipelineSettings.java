package io.smswarden.streams;

import io.smswarden.filter.campaign.CampaignCriterion;
import java.time.Duration;
import java.util.Objects;

/**
 * What an operator can set of the topology.
 *
 * @param statsGrace how late a warning or complaint may come and still be counted in its window
 * @param campaigns how near-duplicates are found and told
 */
public record PipelineSettings(Duration statsGrace, Campaigns campaigns) {

  /** The defaults. */
  public static final PipelineSettings DEFAULT =
      new PipelineSettings(Duration.ofHours(24), Campaigns.DEFAULT);

  public PipelineSettings {
    Objects.requireNonNull(campaigns, "campaigns");
    if (statsGrace.isNegative()) {
      throw new IllegalArgumentException("the grace period of statistics is not negative");
    }
  }

  /**
   * Settings of campaigns.
   *
   * @param interval a task tells of a group at most so often, in event time
   * @param minimum and only when it has seen so many of its messages
   * @param recentTexts texts that a task remembers to find the first near-duplicates, about 450
   *     bytes of memory each
   * @param groups groups that a task keeps, about 500 bytes of memory and at most 4 KiB of disk
   *     each; of more, the one not seen for longest goes
   * @param most campaigns that are known at a time; about 600 bytes of memory each in every
   *     instance
   * @param ttl a group or campaign not seen for so long is over
   * @param criterion when a campaign is warned of
   */
  public record Campaigns(
      Duration interval,
      int minimum,
      int recentTexts,
      int groups,
      int most,
      Duration ttl,
      CampaignCriterion criterion) {

    /** The defaults. */
    public static final Campaigns DEFAULT =
        new Campaigns(
            Duration.ofSeconds(30),
            2,
            32_768,
            5_000,
            10_000,
            Duration.ofDays(3),
            new CampaignCriterion(8, 0.8, 3, 0.005));

    public Campaigns {
      Objects.requireNonNull(criterion, "criterion");
      if (interval.isNegative() || interval.isZero() || interval.compareTo(ttl) > 0) {
        throw new IllegalArgumentException("the interval of campaigns is in ]0, their TTL]");
      }
      if (minimum < 2 || recentTexts < 1 || groups < 1 || most < 1) {
        throw new IllegalArgumentException("a campaign has 2 messages or more, and some room");
      }
    }
  }
}
