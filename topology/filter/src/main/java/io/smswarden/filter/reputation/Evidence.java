package io.smswarden.filter.reputation;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * What speaks for and against a sender, with what is older counting less: a message or complaint
 * weighs 1 when it happens and half as much each half-life later. The weights are those at {@code
 * asOf}, the latest event time of all. Any two instants' weights keep their proportion for ever
 * (forward decay, Cormode et al., "Forward Decay: A Practical Time Decay Model for Streaming
 * Systems", ICDE 2009), so that the order of arrival changes nothing but the last bits of a sum.
 *
 * @param flagged weight of messages that were flagged
 * @param allowed weight of messages that were not
 * @param complained weight of complaints, by their complainants' reliability; see {@link
 *     Complainants}
 * @param asOf when the weights are these
 */
public record Evidence(double flagged, double allowed, double complained, Instant asOf) {

  /** Nothing yet. */
  public static final Evidence NONE = new Evidence(0, 0, 0, Instant.EPOCH);

  public Evidence {
    Objects.requireNonNull(asOf, "asOf");
    if (!(flagged >= 0 && allowed >= 0 && complained >= 0)) {
      throw new IllegalArgumentException(
          "no sender has %s flagged, %s allowed and %s complained of"
              .formatted(flagged, allowed, complained));
    }
  }

  /** All messages, flagged or not. */
  public double messages() {
    return flagged + allowed;
  }

  /** The evidence with one more message, at whatever time it was sent. */
  Evidence withMessage(boolean wasFlagged, Instant at, Duration halfLife) {
    Evidence then = notBefore(at, halfLife);
    double weight = left(at, then.asOf, halfLife);
    return wasFlagged
        ? new Evidence(then.flagged + weight, then.allowed, then.complained, then.asOf)
        : new Evidence(then.flagged, then.allowed + weight, then.complained, then.asOf);
  }

  /** The evidence with other complainants, one of whom complained at that time. */
  Evidence withComplaints(Complainants complainants, Instant at, Duration halfLife) {
    Evidence then = notBefore(at, halfLife);
    return new Evidence(
        then.flagged, then.allowed, complainants.weight(then.asOf, halfLife), then.asOf);
  }

  /** What is left of it at a time; the same when that is before {@link #asOf}. */
  Evidence notBefore(Instant time, Duration halfLife) {
    if (!time.isAfter(asOf)) {
      return this;
    }
    double left = left(asOf, time, halfLife);
    return new Evidence(flagged * left, allowed * left, complained * left, time);
  }

  /** What is left of a weight of 1; 1 when it is none later. */
  static double left(Instant from, Instant to, Duration halfLife) {
    double halves = (double) (to.toEpochMilli() - from.toEpochMilli()) / halfLife.toMillis();
    return halves <= 0 ? 1 : Math.pow(2, -halves);
  }
}
