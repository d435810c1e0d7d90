package io.smswarden.filter.behaviour;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Objects;

/**
 * What is more than one person does.
 *
 * @param recipients distinct recipients in a day
 * @param perHour messages in an hour
 * @param perDay messages in a day
 * @param nightFrom when the night begins, in the recipient's local time
 * @param nightTo when it ends
 * @param idle after so long without a message a sender's behaviour is forgotten
 */
public record BehaviourLimits(
    int recipients,
    int perHour,
    int perDay,
    LocalTime nightFrom,
    LocalTime nightTo,
    Duration idle) {

  /**
   * BT bars a number that texts more than 300 distinct recipients in 24 hours (docs.transatel.com);
   * the night is when US debt collectors may not write (12 CFR 1006.6(b)(1): before 8:00 and after
   * 21:00). The rates are set by hand, far above what people type.
   */
  public static final BehaviourLimits STANDARD =
      new BehaviourLimits(
          300, 200, 1000, LocalTime.of(21, 0), LocalTime.of(8, 0), Duration.ofDays(14));

  public BehaviourLimits {
    Objects.requireNonNull(nightFrom, "nightFrom");
    Objects.requireNonNull(nightTo, "nightTo");
    if (recipients < 1 || perHour < 1 || perDay < 1) {
      throw new IllegalArgumentException("the limits of recipients and rates are at least 1");
    }
    if (idle.compareTo(Duration.ofDays(1)) < 0) {
      throw new IllegalArgumentException("a sender's behaviour is kept for a day at least");
    }
  }

  boolean isNight(LocalTime time) {
    return nightFrom.isBefore(nightTo)
        ? !time.isBefore(nightFrom) && time.isBefore(nightTo)
        : !time.isBefore(nightFrom) || time.isBefore(nightTo);
  }
}
