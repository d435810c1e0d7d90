package io.smswarden.filter.reputation;

/**
 * Estimates the share of a sender's messages that are unwanted: the mean of a Beta posterior over a
 * Bernoulli share (Gelman et al., Bayesian Data Analysis, 3rd ed., section 2.4). Each message is
 * one trial and a flagged one a hit; a complaint weighs as {@value #COMPLAINT_WEIGHT} hits, since a
 * subscriber saw what the filter could not. A sum of counts: the order of arrival changes nothing.
 */
public final class Suspicion {

  /** Prior hits and misses: a new sender is as suspicious as one message in twenty, weakly held. */
  private static final double PRIOR_HITS = 0.5;

  private static final double PRIOR_MISSES = 9.5;

  /** What a complaint weighs against a message. */
  private static final double COMPLAINT_WEIGHT = 3.0;

  private Suspicion() {}

  /**
   * The estimate.
   *
   * @param messages messages judged, at least 0
   * @param flagged how many of them were flagged, at most {@code messages}
   * @param complaints complaints of subscribers, at least 0
   * @return in (0,1); rises with {@code flagged} and {@code complaints}
   */
  public static double estimate(long messages, long flagged, long complaints) {
    if (messages < 0 || flagged < 0 || flagged > messages || complaints < 0) {
      throw new IllegalArgumentException(
          "no sender has %d messages, %d flagged and %d complaints"
              .formatted(messages, flagged, complaints));
    }
    double hits = PRIOR_HITS + flagged + COMPLAINT_WEIGHT * complaints;
    double misses = PRIOR_MISSES + (messages - flagged);
    return hits / (hits + misses);
  }
}
