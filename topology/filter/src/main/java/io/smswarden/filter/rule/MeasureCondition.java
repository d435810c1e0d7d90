package io.smswarden.filter.rule;

import io.smswarden.filter.Message;
import io.smswarden.filter.SenderStanding;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;

/**
 * A figure of the sender is within a bound.
 *
 * @param measure which figure
 * @param comparison the bound
 */
record MeasureCondition(Measure measure, Comparison comparison) implements Condition {

  private static final double DAY = Duration.ofDays(1).toMillis();

  /** A figure of a sender. */
  enum Measure {
    /** Estimated share of unwanted messages. */
    SUSPICION("reputation", "suspicion", 1),
    /** Messages judged. */
    MESSAGES("reputation", "messages", Double.MAX_VALUE),
    /** Of these, flagged. */
    FLAGGED("reputation", "flagged", Double.MAX_VALUE),
    /** Complaints. */
    COMPLAINTS("reputation", "complaints", Double.MAX_VALUE),
    /** Messages a day since the first, of at least one day. */
    PER_DAY("rate", "per-day", Double.MAX_VALUE);

    private final String group;
    private final String key;
    private final double most;

    Measure(String group, String key, double most) {
      this.group = group;
      this.key = key;
      this.most = most;
    }

    /** The condition that it is a key of. */
    String group() {
      return group;
    }

    String key() {
      return key;
    }

    /** The highest value that there can be; the lowest is 0. */
    double most() {
      return most;
    }

    OptionalDouble of(Message message) {
      SenderStanding standing = message.standing();
      return switch (this) {
        case SUSPICION -> OptionalDouble.of(standing.suspicion());
        case MESSAGES -> OptionalDouble.of((double) standing.messages());
        case FLAGGED -> OptionalDouble.of((double) standing.flagged());
        case COMPLAINTS -> OptionalDouble.of((double) standing.complaints());
        case PER_DAY -> perDay(message);
      };
    }

    private static OptionalDouble perDay(Message message) {
      if (message.time().isEmpty() || message.standing().firstSeen().isEmpty()) {
        return OptionalDouble.empty();
      }
      Instant first = message.standing().firstSeen().get();
      double days = Duration.between(first, message.time().get()).toMillis() / DAY;
      return OptionalDouble.of(message.standing().messages() / Math.max(1, days));
    }
  }

  @Override
  public boolean holds(Facts facts) {
    OptionalDouble value = measure.of(facts.message());
    return facts.message().sender().isPresent()
        && value.isPresent()
        && comparison.holds(value.getAsDouble());
  }

  @Override
  public Anchors anchors() {
    return Anchors.NONE;
  }
}
