package io.smswarden.streams;

import io.smswarden.filter.alert.QuietHours;
import io.smswarden.filter.behaviour.BehaviourLimits;
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
 */
public record PipelineSettings(
    Duration statsGrace,
    ContactRules contactRules,
    ReputationModel reputation,
    BehaviourLimits behaviour,
    Alerts alerts,
    Evidence evidence,
    Complaints complaints) {

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
          Complaints.DEFAULT);

  public PipelineSettings {
    Objects.requireNonNull(contactRules, "contactRules");
    Objects.requireNonNull(reputation, "reputation");
    Objects.requireNonNull(behaviour, "behaviour");
    Objects.requireNonNull(alerts, "alerts");
    Objects.requireNonNull(evidence, "evidence");
    Objects.requireNonNull(complaints, "complaints");
    if (statsGrace.isNegative()) {
      throw new IllegalArgumentException("the grace period of statistics is not negative");
    }
  }

  /** The same with complaints taken otherwise. */
  public PipelineSettings with(Complaints other) {
    return new PipelineSettings(
        statsGrace, contactRules, reputation, behaviour, alerts, evidence, other);
  }

  /** The same with other evidence. */
  public PipelineSettings with(Evidence other) {
    return new PipelineSettings(
        statsGrace, contactRules, reputation, behaviour, alerts, other, complaints);
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
}
