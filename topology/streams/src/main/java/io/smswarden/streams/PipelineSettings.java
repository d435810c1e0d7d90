package io.smswarden.streams;

import io.smswarden.filter.alert.QuietHours;
import io.smswarden.filter.behaviour.BehaviourLimits;
import io.smswarden.filter.campaign.CampaignCriterion;
import io.smswarden.filter.complaint.ComplainantModel;
import io.smswarden.filter.contact.ContactRules;
import io.smswarden.filter.evidence.EvidenceKeys;
import io.smswarden.filter.reputation.ReputationModel;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What an operator can set of the topology.
 *
 * @param statsGrace how late a warning, complaint or contact may come and still be counted
 * @param contactRules at what hours and how often a debtor may be contacted
 * @param reputation how a sender's reputation is estimated
 * @param behaviour what is more than one person sends
 * @param alerts when subscribers are told
 * @param evidence how evidence is kept
 * @param complaints how reports become complaints
 * @param campaigns how near-duplicates are found and told
 */
public record PipelineSettings(
    Duration statsGrace,
    ContactRules contactRules,
    ReputationModel reputation,
    BehaviourLimits behaviour,
    Alerts alerts,
    Evidence evidence,
    Complaints complaints,
    Campaigns campaigns) {

  /**
   * When subscribers are told, unless they wish otherwise.
   *
   * @param again how long after an alert the same sender or campaign is only worth a digest
   * @param digestAt local time of day of the digests
   * @param quiet hours without alerts, by the subscriber's clocks
   * @param dailyCap most alerts and digests of a local day
   */
  public record Alerts(
      Duration again, LocalTime digestAt, Optional<QuietHours> quiet, int dailyCap) {

    /** The defaults. */
    public static final Alerts DEFAULT =
        new Alerts(Duration.ofDays(1), LocalTime.of(19, 0), Optional.empty(), 5);

    public Alerts {
      Objects.requireNonNull(again, "again");
      Objects.requireNonNull(digestAt, "digestAt");
      Objects.requireNonNull(quiet, "quiet");
    }
  }

  /**
   * How reports become complaints.
   *
   * @param shortCodes numbers to which subscribers forward what they report; a message to one is no
   *     message to judge
   * @param link which messages a report is looked for among; each costs a small record through a
   *     repartition topic
   * @param inbox how long after a message its recipient may report it by its text
   * @param answer how long a subscriber may take to tell the sender that was asked for
   * @param dailyReplies most replies of a day to one subscriber, at least 1: an answering machine
   *     must not talk with us for ever
   * @param model what a complaint weighs
   */
  public record Complaints(
      Set<String> shortCodes,
      Link link,
      Duration inbox,
      Duration answer,
      int dailyReplies,
      ComplainantModel model) {

    /** Which messages reports are looked for among. */
    public enum Link {
      ALL,
      FLAGGED,
      NONE
    }

    /** The defaults. */
    public static final Complaints DEFAULT =
        new Complaints(
            Set.of("7726"),
            Link.FLAGGED,
            Duration.ofDays(3),
            Duration.ofDays(1),
            20,
            ComplainantModel.STANDARD);

    public Complaints {
      shortCodes = Set.copyOf(shortCodes);
      Objects.requireNonNull(link, "link");
      Objects.requireNonNull(model, "model");
      if (inbox.compareTo(Duration.ofHours(1)) < 0 || answer.compareTo(Duration.ofHours(1)) < 0) {
        throw new IllegalArgumentException(
            "messages and questions are remembered for an hour at least");
      }
      if (dailyReplies < 1) {
        throw new IllegalArgumentException("a subscriber gets at least 1 reply a day");
      }
    }
  }

  /** The defaults. */
  public static final PipelineSettings DEFAULT =
      new PipelineSettings(
          Duration.ofHours(24),
          ContactRules.standard(),
          ReputationModel.STANDARD,
          BehaviourLimits.STANDARD,
          Alerts.DEFAULT,
          Evidence.NONE,
          Complaints.DEFAULT,
          Campaigns.DEFAULT);

  public PipelineSettings {
    Objects.requireNonNull(contactRules, "contactRules");
    Objects.requireNonNull(reputation, "reputation");
    Objects.requireNonNull(behaviour, "behaviour");
    Objects.requireNonNull(alerts, "alerts");
    Objects.requireNonNull(evidence, "evidence");
    Objects.requireNonNull(complaints, "complaints");
    Objects.requireNonNull(campaigns, "campaigns");
    if (statsGrace.isNegative()) {
      throw new IllegalArgumentException("the grace period of statistics is not negative");
    }
  }

  /** The same with complaints taken otherwise. */
  public PipelineSettings with(Complaints other) {
    return new PipelineSettings(
        statsGrace, contactRules, reputation, behaviour, alerts, evidence, other, campaigns);
  }

  /** The same with other evidence. */
  public PipelineSettings with(Evidence other) {
    return new PipelineSettings(
        statsGrace, contactRules, reputation, behaviour, alerts, other, complaints, campaigns);
  }

  /** The same with campaigns found otherwise. */
  public PipelineSettings with(Campaigns other) {
    return new PipelineSettings(
        statsGrace, contactRules, reputation, behaviour, alerts, evidence, complaints, other);
  }

  /**
   * How evidence is kept.
   *
   * @param keys that it is signed with; without keys none is kept
   * @param checkpointInterval how often it is signed
   */
  public record Evidence(Optional<EvidenceKeys> keys, Duration checkpointInterval) {

    /** No evidence: there is no key to sign it with. */
    public static final Evidence NONE = new Evidence(Optional.empty(), Duration.ofMinutes(1));

    public Evidence {
      Objects.requireNonNull(keys, "keys");
      if (checkpointInterval.isNegative() || checkpointInterval.isZero()) {
        throw new IllegalArgumentException("the interval of checkpoints is positive");
      }
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
