package io.smswarden.filter.complaint;

import java.time.Duration;
import java.util.Objects;

/**
 * How complaints are weighed.
 *
 * <p>The reliability of a complainant is the mean of a Beta distribution: the prior's complaints
 * and his own, those of flagged messages for him and others against him, older ones counting less.
 * It is multiplied by a volume factor: where n is the number of complaints of about the last day,
 * this one counted, min(1, (full / n)^2). So complaints that come at one time weigh at most 2
 * {@code full} together, however many they are: sum of 1/n^2 over n &gt; full is less than 1/full.
 *
 * @param priorConfirmed complaints of flagged messages that a new complainant is taken to have
 *     made, above 0
 * @param priorRefuted others that he is taken to have made, above 0
 * @param unknown how much of a refuted complaint one is whose message nobody knows, in [0,1]
 * @param halfLife after so long a complaint says half as much of him
 * @param full complaints of a day that weigh fully, at least 1
 */
public record ComplainantModel(
    double priorConfirmed, double priorRefuted, double unknown, Duration halfLife, int full) {

  /**
   * A new complainant weighs 0.8. A message that was not flagged may well be what the filter
   * misses, and one that is not known was most likely not flagged: half and a fifth would be too
   * little to tell who makes complaints up, so it takes many of them.
   */
  public static final ComplainantModel STANDARD =
      new ComplainantModel(4, 1, 0.25, Duration.ofDays(90), 5);

  /** How quickly the day's complaints are forgotten. */
  static final Duration VOLUME_HALF_LIFE = Duration.ofDays(1);

  public ComplainantModel {
    Objects.requireNonNull(halfLife, "halfLife");
    if (!(priorConfirmed > 0 && priorRefuted > 0 && unknown >= 0 && unknown <= 1)) {
      throw new IllegalArgumentException(
          "a prior of %s to %s and a share of %s are none"
              .formatted(priorConfirmed, priorRefuted, unknown));
    }
    if (halfLife.isNegative() || halfLife.isZero() || full < 1) {
      throw new IllegalArgumentException(
          "the half-life is longer than nothing and at least 1 complaint a day weighs fully, not %s and %d"
              .formatted(halfLife, full));
    }
  }

  /** The standard model with an operator's half-life and number. */
  public static ComplainantModel of(Duration halfLife, int full) {
    return new ComplainantModel(
        STANDARD.priorConfirmed, STANDARD.priorRefuted, STANDARD.unknown, halfLife, full);
  }

  /** After so long nothing that a complainant did says anything any more. */
  public Duration memory() {
    return halfLife.multipliedBy(4);
  }
}
