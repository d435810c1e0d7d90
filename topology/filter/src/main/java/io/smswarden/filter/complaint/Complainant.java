package io.smswarden.filter.complaint;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * How far one who complains was right so far. Weights are those at {@code asOf}, the latest time of
 * all; a late complaint counts what is left of it then, so that the order of arrival changes only
 * what each complaint weighs, not what is known afterwards.
 *
 * @param confirmed weight of complaints of flagged messages
 * @param refuted weight of others
 * @param volume complaints of about the last day
 * @param asOf when the weights are these
 */
public record Complainant(double confirmed, double refuted, double volume, Instant asOf) {

  /** What is known of the message that a complaint means. */
  public enum Finding {
    /** It was flagged. */
    FLAGGED,
    /** It was not flagged. */
    ALLOWED,
    /** Nobody knows it. */
    UNKNOWN
  }

  /** One who never complained. */
  public static final Complainant NEW = new Complainant(0, 0, 0, Instant.EPOCH);

  public Complainant {
    Objects.requireNonNull(asOf, "asOf");
    if (!(confirmed >= 0 && refuted >= 0 && volume >= 0)) {
      throw new IllegalArgumentException(
          "nobody made %s, %s and %s complaints".formatted(confirmed, refuted, volume));
    }
  }

  /** What a complaint of his weighs at a time, in [0,1]; see {@link ComplainantModel}. */
  public double weight(ComplainantModel model, Instant at) {
    Complainant then = notBefore(at, model);
    double all = model.priorConfirmed() + model.priorRefuted() + then.confirmed + then.refuted;
    double reliability = (model.priorConfirmed() + then.confirmed) / all;
    double crowd = Math.max(1, (then.volume + 1) / model.full());
    return reliability / (crowd * crowd);
  }

  /** The same after a complaint. */
  public Complainant after(Finding finding, Instant at, ComplainantModel model) {
    Complainant then = notBefore(at, model);
    double weight = left(at, then.asOf, model.halfLife());
    double right = finding == Finding.FLAGGED ? weight : 0;
    double wrong =
        switch (finding) {
          case FLAGGED -> 0;
          case ALLOWED -> weight;
          case UNKNOWN -> weight * model.unknown();
        };
    return new Complainant(
        then.confirmed + right,
        then.refuted + wrong,
        then.volume + left(at, then.asOf, ComplainantModel.VOLUME_HALF_LIFE),
        then.asOf);
  }

  private Complainant notBefore(Instant time, ComplainantModel model) {
    if (!time.isAfter(asOf)) {
      return this;
    }
    double left = left(asOf, time, model.halfLife());
    return new Complainant(
        confirmed * left,
        refuted * left,
        volume * left(asOf, time, ComplainantModel.VOLUME_HALF_LIFE),
        time);
  }

  private static double left(Instant from, Instant to, Duration halfLife) {
    double halves = (double) (to.toEpochMilli() - from.toEpochMilli()) / halfLife.toMillis();
    return Math.pow(2, -Math.max(0, halves));
  }
}
