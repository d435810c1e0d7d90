package io.smswarden.filter.complaint;

import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * Tells whether an hour drew far more complaints than the week before lets expect. Complaints of an
 * hour are taken as Poisson with a rate known by a Gamma posterior, so that the next hour's number
 * is negative binomial (Gelman et al., Bayesian Data Analysis, 3rd ed., section 2.6): little past
 * makes wide bounds, and a busy sender's ordinary hour is no jump.
 *
 * @param complaints complaints of the hour
 * @param expected mean of the posterior, complaints an hour
 * @param probability of so many or more if nothing had changed, in [0,1]
 */
public record ComplaintJump(long complaints, double expected, double probability) {

  /** A sender nobody complained of: half a complaint in a day. */
  private static final double PRIOR_COMPLAINTS = 0.5;

  private static final double PRIOR_HOURS = 24;

  /** Fewer are no reason to look, however rare they are. */
  private static final long FEWEST = 5;

  /** One false jump in a million hours of senders that are complained of. */
  private static final double RARE = 1e-6;

  /**
   * An hour beside its past.
   *
   * @param complaints complaints of the hour, at least 0
   * @param before complaints of the {@code hours} before it, at least 0
   */
  public static ComplaintJump of(long complaints, long before, long hours) {
    if (complaints < 0 || before < 0 || hours < 0) {
      throw new IllegalArgumentException(
          "no hour has %d complaints after %d in %d hours".formatted(complaints, before, hours));
    }
    double shape = PRIOR_COMPLAINTS + before;
    double rate = PRIOR_HOURS + hours;
    double probability =
        complaints == 0 ? 1 : RegularizedBeta.value(1 / (1 + rate), (double) complaints, shape);
    return new ComplaintJump(complaints, shape / rate, probability);
  }

  /** Whether it is one to tell of. */
  public boolean anomalous() {
    return complaints >= FEWEST && probability < RARE;
  }
}
