package io.smswarden.filter.behaviour;

import java.util.Objects;

/**
 * How a sender behaves, the message that is judged included. No figure is more than what happened:
 * those of a day cover its last 12 to 24 hours, that of an hour the busier of the last two clock
 * hours.
 *
 * @param perHour messages in an hour
 * @param perDay messages in a day
 * @param recipients distinct recipients in a day, within 5 % (one standard error) above 48
 * @param nightShare share of the day's messages that came in the recipient's night, in [0,1]
 * @param firstContactShare share of the day's messages that were the first to their recipient that
 *     day, in [0,1]
 * @param burst how many times the sender's usual hour the last ones are; 0 when there is no usual
 *     one yet
 * @param answers subscribers who wrote to the sender that day
 * @param limits what is more than one person does
 */
public record Behaviour(
    long perHour,
    long perDay,
    long recipients,
    double nightShare,
    double firstContactShare,
    double burst,
    long answers,
    BehaviourLimits limits) {

  /** Of a sender of whom nothing is known. */
  public static final Behaviour UNKNOWN =
      new Behaviour(0, 0, 0, 0, 0, 0, 0, BehaviourLimits.STANDARD);

  public Behaviour {
    Objects.requireNonNull(limits, "limits");
  }

  /** Answers to distinct recipients, in [0,1]. */
  public double replyRatio() {
    return recipients == 0 ? 0 : Math.min(1, (double) answers / recipients);
  }
}
