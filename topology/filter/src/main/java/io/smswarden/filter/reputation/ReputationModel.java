package io.smswarden.filter.reputation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Estimates the share of a sender's messages that are unwanted: the Beta posterior of a Bernoulli
 * share (Gelman et al., Bayesian Data Analysis, 3rd ed., section 2.4) whose evidence decays by half
 * each half-life of event time.
 *
 * <p>Each message is a trial and a flagged one a hit. A complaint weighs as {@code complaintWeight}
 * hits times its complainant's reliability, since a subscriber saw what the filter could not; how
 * often one person's complaints count is {@link Complainants}' matter. The posterior is
 *
 * <pre>
 *   Beta( 0.5 + flagged + complaintWeight * complained,
 *         9.5 + registration + 10 * (1 - 2^(-age / halfLife)) + allowed )
 * </pre>
 *
 * <p>The prior says that one message in twenty of a new sender is unwanted, and holds it so weakly
 * that the share may be anything up to 0.19: a new sender is uncertain, not bad. A claimed
 * registration is worth 10 allowed messages, a verified one 40, and age at most 10: nobody waits
 * himself clean. Without new evidence the estimate returns to the prior.
 *
 * <p>Immutable, without a clock; the same facts give the same estimate in any order of arrival.
 *
 * @param halfLife after which a message or complaint counts half
 * @param complaintWeight how many flagged messages a reliable subscriber's complaint is worth
 */
public record ReputationModel(Duration halfLife, double complaintWeight) {

  /** A month, the time in which numbers change hands; a complaint is worth three messages. */
  public static final ReputationModel STANDARD = new ReputationModel(Duration.ofDays(30), 3);

  private static final double PRIOR_HITS = 0.5;
  private static final double PRIOR_MISSES = 9.5;
  private static final double OLD_AGE_MISSES = 10;

  /** After so many half-lives less than a thousandth is left of anything. */
  private static final int FORGOTTEN = 10;

  public ReputationModel {
    Objects.requireNonNull(halfLife, "halfLife");
    if (halfLife.compareTo(Duration.ofMinutes(1)) < 0) {
      throw new IllegalArgumentException("the half-life of a reputation is at least a minute");
    }
    if (!(complaintWeight >= 0 && complaintWeight <= 1000)) {
      throw new IllegalArgumentException("a complaint weighs 0 to 1000 messages");
    }
  }

  /** The evidence with one more message, at whatever time it was sent. */
  public Evidence withMessage(Evidence evidence, boolean flagged, Instant at) {
    return evidence.withMessage(flagged, at, halfLife);
  }

  /**
   * The evidence after a complaint.
   *
   * @param complainants all of them, this complaint's included
   * @param at when that was
   */
  public Evidence withComplaints(Evidence evidence, Complainants complainants, Instant at) {
    return evidence.withComplaints(complainants, at, halfLife);
  }

  /** What is left of evidence at a later time. */
  public Evidence at(Evidence evidence, Instant time) {
    return evidence.notBefore(time, halfLife);
  }

  /** The estimate with its bounds; takes some microseconds. */
  public Estimate estimate(Evidence evidence, Registration registration, Duration age) {
    return Estimate.of(hits(evidence), misses(evidence, registration, age));
  }

  /** The estimate's mean alone, which costs next to nothing. */
  public double mean(Evidence evidence, Registration registration, Duration age) {
    double hits = hits(evidence);
    return hits / (hits + misses(evidence, registration, age));
  }

  /** When evidence, last added to at {@code asOf}, has become worth nothing. */
  public Instant forgotten(Instant asOf) {
    return asOf.plus(halfLife.multipliedBy(FORGOTTEN));
  }

  /**
   * What made the estimate, what moved it most first; what did not move it is left out.
   *
   * @param age since the sender's first message
   */
  public List<ReputationFact> facts(Evidence evidence, Registration registration, Duration age) {
    double hits = hits(evidence);
    double misses = misses(evidence, registration, age);
    double complained = complaintWeight * evidence.complained();
    List<ReputationFact> facts = new ArrayList<>();
    facts.add(ReputationFact.flagged(evidence, effect(hits, misses, evidence.flagged(), 0)));
    facts.add(ReputationFact.complained(evidence, effect(hits, misses, complained, 0)));
    facts.add(ReputationFact.allowed(evidence, effect(hits, misses, 0, evidence.allowed())));
    facts.add(
        ReputationFact.registered(registration, effect(hits, misses, 0, registration.misses())));
    facts.add(ReputationFact.known(age, effect(hits, misses, 0, ageMisses(age))));
    return facts.stream()
        .filter(fact -> Math.abs(fact.effect()) >= ReputationFact.LEAST)
        .sorted(Comparator.comparingDouble(fact -> -Math.abs(fact.effect())))
        .toList();
  }

  /** How far the log-odds of the mean are from what they would be without a fact. */
  private static double effect(double hits, double misses, double itsHits, double itsMisses) {
    return Math.log(hits / misses) - Math.log((hits - itsHits) / (misses - itsMisses));
  }

  private double hits(Evidence evidence) {
    return PRIOR_HITS + evidence.flagged() + complaintWeight * evidence.complained();
  }

  private double misses(Evidence evidence, Registration registration, Duration age) {
    return PRIOR_MISSES + registration.misses() + ageMisses(age) + evidence.allowed();
  }

  private double ageMisses(Duration age) {
    return OLD_AGE_MISSES * (1 - Evidence.left(Instant.EPOCH, Instant.EPOCH.plus(age), halfLife));
  }
}
