package io.smswarden.filter.reputation;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * An estimated share of unwanted messages. With probability 0.95 the share is above {@code lower},
 * and with 0.95 below {@code upper}: an interval that holds it with probability 0.9.
 *
 * @param mean the expected share, in [0,1]
 * @param lower 5 % quantile of the posterior
 * @param upper 95 % quantile of the posterior
 */
public record Estimate(double mean, double lower, double upper) {

  private static final double TAIL = 0.05;

  /** Of a sender of whom nothing is known: it may be anything. */
  public static final Estimate UNKNOWN = new Estimate(0, 0, 1);

  public Estimate {
    if (!(0 <= lower && lower <= upper && upper <= 1 && 0 <= mean && mean <= 1)) {
      throw new IllegalArgumentException(
          "a share of %s between %s and %s is none".formatted(mean, lower, upper));
    }
  }

  /** The estimate of a share that is taken for certain. */
  public static Estimate certain(double share) {
    return new Estimate(share, share, share);
  }

  /** What a Beta distribution says. */
  static Estimate of(double hits, double misses) {
    BetaDistribution posterior = BetaDistribution.of(hits, misses);
    return new Estimate(
        posterior.getMean(),
        posterior.inverseCumulativeProbability(TAIL),
        posterior.inverseSurvivalProbability(TAIL));
  }
}
