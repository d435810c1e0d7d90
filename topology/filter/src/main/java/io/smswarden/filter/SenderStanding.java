package io.smswarden.filter;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of a sender when its message is judged.
 *
 * @param organisation the registered organisation, if the sender is registered
 * @param verified whether the operator checked that registration
 * @param kind the registered organisation's kind
 * @param messages messages judged before this one
 * @param flagged how many of them were flagged
 * @param complaints complaints so far
 * @param suspicion estimated share of unwanted messages, in [0,1]
 * @param firstSeen event time of its earliest message; empty before the first
 * @param lastSeen event time of its latest message; empty before the first
 */
public record SenderStanding(
    Optional<String> organisation,
    boolean verified,
    Kind kind,
    long messages,
    long flagged,
    long complaints,
    double suspicion,
    Optional<Instant> firstSeen,
    Optional<Instant> lastSeen) {

  /** Kind of a registered organisation. */
  public enum Kind {
    UNKNOWN,
    BANK,
    COURIER,
    GOVERNMENT,
    TELECOM,
    COMMERCE,
    COLLECTOR,
    LENDER,
    OTHER
  }

  /** Neither registered nor suspicious. */
  public static final SenderStanding UNKNOWN =
      new SenderStanding(Optional.empty(), false, Kind.UNKNOWN, 0, 0, 0, 0.0);

  public SenderStanding {
    Objects.requireNonNull(organisation, "organisation");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(firstSeen, "firstSeen");
    Objects.requireNonNull(lastSeen, "lastSeen");
  }

  /** A standing without times. */
  public SenderStanding(
      Optional<String> organisation,
      boolean verified,
      Kind kind,
      long messages,
      long flagged,
      long complaints,
      double suspicion) {
    this(
        organisation,
        verified,
        kind,
        messages,
        flagged,
        complaints,
        suspicion,
        Optional.empty(),
        Optional.empty());
  }
}
