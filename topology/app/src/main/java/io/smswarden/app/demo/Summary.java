package io.smswarden.app.demo;

import io.smswarden.app.demo.Tally.Mismatch;
import io.smswarden.schemas.SenderReputation;
import java.util.List;
import java.util.Optional;

/**
 * What came of a demo, as the topics tell it.
 *
 * @param speed of this run; empty when nothing was left for it to judge
 * @param recognition how the verdicts compare with what the messages really are, where that is
 *     known
 * @param suspicious the most suspicious senders, the worst first
 * @param mismatches where topics disagree
 */
record Summary(
    Counts counts,
    Optional<Speed> speed,
    Optional<Recognition> recognition,
    List<SenderReputation> suspicious,
    List<Mismatch> mismatches) {

  Summary {
    suspicious = List.copyOf(suspicious);
    mismatches = List.copyOf(mismatches);
  }

  /** Whether each message has exactly one verdict and all counts agree. */
  boolean reconciled() {
    return mismatches.isEmpty();
  }

  /**
   * How fast it was.
   *
   * @param messagesPerSecond from the first message sent to the last verdict read
   * @param p50Millis median from receipt to the committed verdict read
   * @param p99Millis the same for the slowest in a hundred
   */
  record Speed(double messagesPerSecond, long p50Millis, long p99Millis) {}

  /**
   * How many messages were flagged, by what they really are.
   *
   * @param harmful what is worth an alert: fraud, threats and the like
   * @param adverts adverts of goods and loans
   * @param honest everything else
   */
  record Recognition(Share harmful, Share adverts, Share honest) {}

  /** Some messages, and how many of them were flagged. */
  record Share(long messages, long flagged) {}
}
