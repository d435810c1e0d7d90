package io.smswarden.streams;

import io.smswarden.filter.alert.QuietHours;
import io.smswarden.filter.behaviour.BehaviourLimits;
import io.smswarden.filter.contact.ContactRules;
import io.smswarden.filter.evidence.EvidenceKeys;
import io.smswarden.filter.reputation.ReputationModel;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Optional;

/**
 * What an operator can set of the topology.
 *
 * @param statsGrace how late a warning, complaint or contact may come and still be counted
 * @param contactRules at what hours and how often a debtor may be contacted
 * @param reputation how a sender's reputation is estimated
 * @param behaviour what is more than one person sends
 * @param alerts when subscribers are told
 * @param evidence how evidence is kept
 */
public record PipelineSettings(
    Duration statsGrace,
    ContactRules contactRules,
    ReputationModel reputation,
    BehaviourLimits behaviour,
    Alerts alerts,
    Evidence evidence) {

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

  /** The defaults. */
  public static final PipelineSettings DEFAULT =
      new PipelineSettings(
          Duration.ofHours(24),
          ContactRules.standard(),
          ReputationModel.STANDARD,
          BehaviourLimits.STANDARD,
          Alerts.DEFAULT,
          Evidence.NONE);

  public PipelineSettings {
    Objects.requireNonNull(contactRules, "contactRules");
    Objects.requireNonNull(reputation, "reputation");
    Objects.requireNonNull(behaviour, "behaviour");
    Objects.requireNonNull(alerts, "alerts");
    Objects.requireNonNull(evidence, "evidence");
    if (statsGrace.isNegative()) {
      throw new IllegalArgumentException("the grace period of statistics is not negative");
    }
  }

  /** The same with other evidence. */
  public PipelineSettings with(Evidence other) {
    return new PipelineSettings(
        statsGrace, contactRules, reputation, behaviour, alerts, other);
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
