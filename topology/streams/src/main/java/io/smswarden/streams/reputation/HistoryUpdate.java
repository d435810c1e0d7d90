package io.smswarden.streams.reputation;

import io.smswarden.filter.reputation.Complainants;
import io.smswarden.filter.reputation.Evidence;
import io.smswarden.filter.reputation.ReputationModel;
import io.smswarden.schemas.Complaint;
import io.smswarden.schemas.SenderHistory;
import io.smswarden.schemas.SenderKind;
import io.smswarden.schemas.SenderOverride;
import io.smswarden.schemas.SenderReputation;
import io.smswarden.streams.KnownSender;
import java.nio.ByteBuffer;
import java.time.Instant;

/** What a fact makes of a sender's history. */
final class HistoryUpdate {

  private final ReputationModel model;

  HistoryUpdate(ReputationModel model) {
    this.model = model;
  }

  /** The history of a sender of whom nothing is known. */
  static SenderHistory none(String sender) {
    return new SenderHistory(
        new SenderReputation(
            sender,
            0L,
            0L,
            0L,
            null,
            null,
            null,
            SenderKind.UNKNOWN,
            false,
            0.0,
            0.0,
            1.0,
            0.0,
            0.0,
            0.0,
            Instant.EPOCH,
            null),
        0L,
        ByteBuffer.allocate(0));
  }

  /** The history after a fact; its estimate is still that of the last publication. */
  SenderHistory after(SenderHistory history, SenderFact fact, Instant time) {
    Draft draft = new Draft(history.getCurrent());
    Evidence evidence = new KnownSender(history.getCurrent()).evidence();
    ByteBuffer complainants = history.getComplainants();
    if (fact instanceof SenderFact.Message message) {
      draft.message(message.flagged(), time, model.withMessage(evidence, message.flagged(), time));
    } else if (fact instanceof SenderFact.Complaint complaint) {
      Complainants all = complainants(complainants, complaint.complaint(), time);
      draft.complaint(model.withComplaints(evidence, all, time));
      complainants = all.bytes();
    } else if (fact instanceof SenderFact.Registration registration) {
      draft.registered(registration.profile());
    } else if (fact instanceof SenderFact.Deregistration) {
      draft.deregistered();
    } else {
      draft.overridden(fact instanceof SenderFact.Decision decided ? decided.override() : null);
    }
    return new SenderHistory(draft.written(), history.getPublished(), complainants);
  }

  /** The same history with a new estimate, to be published. */
  SenderHistory published(SenderHistory history) {
    KnownSender sender = new KnownSender(history.getCurrent());
    Draft draft = new Draft(history.getCurrent());
    draft.estimated(model.estimate(sender.evidence(), sender.registration(), sender.age()));
    return new SenderHistory(
        draft.written(), history.getCurrent().getMessages(), history.getComplainants());
  }

  /** Whether a history has become worth nothing: it has only old evidence. */
  boolean forgotten(SenderHistory history, Instant now) {
    SenderReputation current = history.getCurrent();
    SenderOverride override = current.getOverride();
    boolean decided =
        override != null
            && (override.getExpiresAt() == null || now.isBefore(override.getExpiresAt()));
    return current.getOrganisation() == null
        && !decided
        && model.forgotten(current.getAsOf()).isBefore(now);
  }

  private Complainants complainants(ByteBuffer earlier, Complaint complaint, Instant time) {
    return Complainants.of(earlier)
        .with(complaint.getComplainant(), complaint.getWeight(), time, model.halfLife());
  }
}
