package io.smswarden.streams;

import io.smswarden.filter.alert.QuietHours;
import io.smswarden.filter.contact.ContactRules;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Optional;

/**
 * What an operator can set of the topology.
 *
 * @param statsGrace how late a warning, complaint or contact may come and still be counted
 * @param contactRules at what hours and how often a debtor may be contacted
 * @param alerts when subscribers are told
 */
public record PipelineSettings(Duration statsGrace, ContactRules contactRules, Alerts alerts) {

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
      new PipelineSettings(Duration.ofHours(24), ContactRules.standard(), Alerts.DEFAULT);

  public PipelineSettings {
    Objects.requireNonNull(contactRules, "contactRules");
    Objects.requireNonNull(alerts, "alerts");
    if (statsGrace.isNegative()) {
      throw new IllegalArgumentException("the grace period of statistics is not negative");
    }
  }
}
