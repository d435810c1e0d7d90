package io.smswarden.streams;

import io.smswarden.filter.alert.QuietHours;
import io.smswarden.filter.complaint.ComplainantModel;
import io.smswarden.filter.contact.ContactRules;
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
 * @param alerts when subscribers are told
 * @param complaints how reports become complaints
 */
public record PipelineSettings(
    Duration statsGrace, ContactRules contactRules, Alerts alerts, Complaints complaints) {

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
          Duration.ofHours(24), ContactRules.standard(), Alerts.DEFAULT, Complaints.DEFAULT);

  public PipelineSettings {
    Objects.requireNonNull(contactRules, "contactRules");
    Objects.requireNonNull(alerts, "alerts");
    Objects.requireNonNull(complaints, "complaints");
    if (statsGrace.isNegative()) {
      throw new IllegalArgumentException("the grace period of statistics is not negative");
    }
  }
}
