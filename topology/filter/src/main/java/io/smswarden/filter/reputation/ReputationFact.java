package io.smswarden.filter.reputation;

import java.time.Duration;

/**
 * Something that moved a sender's estimate.
 *
 * @param effect by how much it moved the log-odds; positive speaks against the sender
 * @param zh what it is, in Chinese
 * @param en what it is, in English
 */
public record ReputationFact(double effect, String zh, String en) {

  /** Log-odds below which a fact is not worth a word. */
  static final double LEAST = 0.05;

  static ReputationFact flagged(Evidence evidence, double effect) {
    long flagged = Math.round(evidence.flagged());
    long messages = Math.round(evidence.messages());
    return new ReputationFact(
        effect,
        "近期约 %d 条消息中有 %d 条被标记".formatted(messages, flagged),
        "%d of about %d recent messages were flagged".formatted(flagged, messages));
  }

  static ReputationFact complained(Evidence evidence, double effect) {
    long complained = Math.max(1, Math.round(evidence.complained()));
    return new ReputationFact(
        effect,
        "近期约有 %d 位用户投诉".formatted(complained),
        complained == 1
            ? "about one subscriber complained recently"
            : "about %d subscribers complained recently".formatted(complained));
  }

  static ReputationFact allowed(Evidence evidence, double effect) {
    long allowed = Math.round(evidence.allowed());
    return new ReputationFact(
        effect,
        "近期约 %d 条消息未见异常".formatted(allowed),
        "about %d recent messages were in order".formatted(allowed));
  }

  static ReputationFact registered(Registration registration, double effect) {
    return registration == Registration.VERIFIED
        ? new ReputationFact(effect, "号码已登记并经核验", "registered and verified")
        : new ReputationFact(effect, "号码已登记，尚未核验", "registered, not verified");
  }

  static ReputationFact known(Duration age, double effect) {
    return new ReputationFact(
        effect,
        "号码首次出现至今 %d 天".formatted(age.toDays()),
        "known for %d days".formatted(age.toDays()));
  }
}
