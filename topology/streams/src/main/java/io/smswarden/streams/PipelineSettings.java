package io.smswarden.streams;

import io.smswarden.filter.behaviour.BehaviourLimits;
import io.smswarden.filter.contact.ContactRules;
import io.smswarden.filter.reputation.ReputationModel;
import java.time.Duration;
import java.util.Objects;

/**
 * What an operator can set of the topology.
 *
 * @param statsGrace how late a warning, complaint or contact may come and still be counted
 * @param contactRules at what hours and how often a debtor may be contacted
 * @param reputation how a sender's reputation is estimated
 * @param behaviour what is more than one person sends
 */
public record PipelineSettings(
    Duration statsGrace,
    ContactRules contactRules,
    ReputationModel reputation,
    BehaviourLimits behaviour) {

  /** The defaults. */
  public static final PipelineSettings DEFAULT =
      new PipelineSettings(
          Duration.ofHours(24),
          ContactRules.standard(),
          ReputationModel.STANDARD,
          BehaviourLimits.STANDARD);

  public PipelineSettings {
    Objects.requireNonNull(contactRules, "contactRules");
    Objects.requireNonNull(reputation, "reputation");
    Objects.requireNonNull(behaviour, "behaviour");
    if (statsGrace.isNegative()) {
      throw new IllegalArgumentException("the grace period of statistics is not negative");
    }
  }
}
