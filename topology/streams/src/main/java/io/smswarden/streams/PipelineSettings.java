package io.smswarden.streams;

import io.smswarden.filter.contact.ContactRules;
import java.time.Duration;
import java.util.Objects;

/**
 * What an operator can set of the topology.
 *
 * @param statsGrace how late a warning, complaint or contact may come and still be counted
 * @param contactRules at what hours and how often a debtor may be contacted
 */
public record PipelineSettings(Duration statsGrace, ContactRules contactRules) {

  /** The defaults. */
  public static final PipelineSettings DEFAULT =
      new PipelineSettings(Duration.ofHours(24), ContactRules.standard());

  public PipelineSettings {
    Objects.requireNonNull(contactRules, "contactRules");
    if (statsGrace.isNegative()) {
      throw new IllegalArgumentException("the grace period of statistics is not negative");
    }
  }
}
