package io.smswarden.streams.score;

import io.smswarden.filter.SenderStanding;
import io.smswarden.filter.behaviour.Behaviour;
import io.smswarden.filter.reputation.Estimate;
import io.smswarden.filter.reputation.Evidence;
import io.smswarden.filter.reputation.ReputationModel;
import io.smswarden.schemas.SenderReputation;
import io.smswarden.streams.KnownSender;
import java.time.Instant;
import java.util.Optional;

/** What is known of a sender at the time of its message. */
final class Standings {

  /** A lower bound that no signal heeds. */
  private static final double GOOD = 0.1;

  private final ReputationModel model;

  Standings(ReputationModel model) {
    this.model = model;
  }

  /**
   * The standing of a sender.
   *
   * @param reputation null when there is none
   */
  SenderStanding of(SenderReputation reputation, Behaviour behaviour, Instant time) {
    if (reputation == null) {
      return SenderStanding.UNKNOWN.with(behaviour);
    }
    KnownSender sender = new KnownSender(reputation);
    Evidence evidence = sender.evidence();
    Evidence left = model.at(evidence, time);
    Estimate published =
        new Estimate(
            reputation.getSuspicion(),
            reputation.getSuspicionLower(),
            reputation.getSuspicionUpper());
    // Time only ever speaks for a sender: a good estimate needs no new one.
    boolean stale = time.isAfter(evidence.asOf()) && published.lower() > GOOD;
    return new SenderStanding(
        Optional.ofNullable(reputation.getOrganisation()),
        reputation.getVerified(),
        SenderStanding.Kind.valueOf(reputation.getKind().name()),
        reputation.getMessages(),
        reputation.getFlagged(),
        reputation.getComplaints(),
        stale ? model.estimate(left, sender.registration(), sender.age(time)) : published,
        left,
        Optional.ofNullable(reputation.getFirstSeen()),
        Optional.ofNullable(reputation.getLastSeen()),
        sender.override(),
        behaviour);
  }
}
