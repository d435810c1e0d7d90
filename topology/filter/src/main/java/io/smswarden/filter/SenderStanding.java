package io.smswarden.filter;

import io.smswarden.filter.behaviour.Behaviour;
import io.smswarden.filter.reputation.Estimate;
import io.smswarden.filter.reputation.Evidence;
import io.smswarden.filter.reputation.OperatorOverride;
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
 * @param estimate estimated share of unwanted messages
 * @param evidence what the estimate is made from, by the time of this message
 * @param firstSeen event time of its earliest message; empty before the first
 * @param lastSeen event time of its latest message; empty before the first
 * @param override what the operator's staff decided of it, in force or not
 * @param behaviour how it behaves, this message included
 */
public record SenderStanding(
    Optional<String> organisation,
    boolean verified,
    Kind kind,
    long messages,
    long flagged,
    long complaints,
    Estimate estimate,
    Evidence evidence,
    Optional<Instant> firstSeen,
    Optional<Instant> lastSeen,
    Optional<OperatorOverride> override,
    Behaviour behaviour) {

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
      new SenderStanding(
          Optional.empty(),
          false,
          Kind.UNKNOWN,
          0,
          0,
          0,
          Estimate.UNKNOWN,
          Evidence.NONE,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Behaviour.UNKNOWN);

  public SenderStanding {
    Objects.requireNonNull(organisation, "organisation");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(estimate, "estimate");
    Objects.requireNonNull(evidence, "evidence");
    Objects.requireNonNull(firstSeen, "firstSeen");
    Objects.requireNonNull(lastSeen, "lastSeen");
    Objects.requireNonNull(override, "override");
    Objects.requireNonNull(behaviour, "behaviour");
  }

  /** A standing of which all that is known happened just now and is taken for certain. */
  public SenderStanding(
      Optional<String> organisation,
      boolean verified,
      Kind kind,
      long messages,
      long flagged,
      long complaints,
      double suspicion,
      Optional<Instant> firstSeen,
      Optional<Instant> lastSeen) {
    this(
        organisation,
        verified,
        kind,
        messages,
        flagged,
        complaints,
        Estimate.certain(suspicion),
        new Evidence(flagged, messages - flagged, complaints, lastSeen.orElse(Instant.EPOCH)),
        firstSeen,
        lastSeen,
        Optional.empty(),
        Behaviour.UNKNOWN);
  }

  /** The same without times. */
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

  /** The same with another behaviour. */
  public SenderStanding with(Behaviour other) {
    return new SenderStanding(
        organisation,
        verified,
        kind,
        messages,
        flagged,
        complaints,
        estimate,
        evidence,
        firstSeen,
        lastSeen,
        override,
        other);
  }

  /** The same with an override. */
  public SenderStanding with(OperatorOverride decided) {
    return new SenderStanding(
        organisation,
        verified,
        kind,
        messages,
        flagged,
        complaints,
        estimate,
        evidence,
        firstSeen,
        lastSeen,
        Optional.of(decided),
        behaviour);
  }

  /** The expected share of unwanted messages, in [0,1]. */
  public double suspicion() {
    return estimate.mean();
  }

  /** Whether it is registered and the operator has checked that. */
  public boolean registeredAndVerified() {
    return verified && organisation.isPresent();
  }

  /**
   * Whether an override of that kind is in force.
   *
   * @param time when the message was sent; see {@link OperatorOverride#inForce}
   */
  public boolean overridden(OperatorOverride.Standing standing, Optional<Instant> time) {
    return override.isPresent()
        && override.get().standing() == standing
        && override.get().inForce(time);
  }
}
