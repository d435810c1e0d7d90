package io.smswarden.streams.reputation;

import io.smswarden.schemas.SenderOverride;
import io.smswarden.schemas.SenderProfile;
import io.smswarden.streams.score.Judged;

/** Something that bears on a sender's reputation. */
sealed interface SenderFact {

  /** A message of the sender was judged. */
  record Message(boolean flagged) implements SenderFact {}

  /** A subscriber complained of the sender. */
  record Complaint(io.smswarden.schemas.Complaint complaint) implements SenderFact {}

  /** The sender was registered, or its registration changed. */
  record Registration(SenderProfile profile) implements SenderFact {}

  /** The sender's registration ended. */
  record Deregistration() implements SenderFact {}

  /** The operator's staff decided of the sender. */
  record Decision(SenderOverride override) implements SenderFact {}

  /** A decision was taken back. */
  record DecisionEnd() implements SenderFact {}

  /** The fact that a verdict is. */
  static SenderFact of(Judged judged) {
    return judged.flagged() ? Constants.FLAGGED : Constants.ALLOWED;
  }

  /** The fact that a complaint is. */
  static SenderFact of(io.smswarden.schemas.Complaint complaint) {
    return new Complaint(complaint);
  }

  /**
   * The fact that a registry entry is.
   *
   * @param profile null for a tombstone
   */
  static SenderFact of(SenderProfile profile) {
    return profile == null ? Constants.DEREGISTRATION : new Registration(profile);
  }

  /**
   * The fact that a decision is.
   *
   * @param override null for a tombstone
   */
  static SenderFact of(SenderOverride override) {
    return override == null ? Constants.DECISION_END : new Decision(override);
  }

  /** The facts without contents. */
  final class Constants {
    private static final SenderFact FLAGGED = new Message(true);
    private static final SenderFact ALLOWED = new Message(false);
    private static final SenderFact DEREGISTRATION = new Deregistration();
    private static final SenderFact DECISION_END = new DecisionEnd();

    private Constants() {}
  }
}
