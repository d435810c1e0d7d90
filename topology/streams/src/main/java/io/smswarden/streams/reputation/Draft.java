package io.smswarden.streams.reputation;

import io.smswarden.filter.reputation.Estimate;
import io.smswarden.filter.reputation.Evidence;
import io.smswarden.schemas.SenderKind;
import io.smswarden.schemas.SenderOverride;
import io.smswarden.schemas.SenderProfile;
import io.smswarden.schemas.SenderReputation;
import io.smswarden.streams.KnownSender;
import java.time.Instant;

/** A reputation that is being changed; Avro's builders copy every field twice. */
final class Draft {

  private final String sender;
  private long messages;
  private long flagged;
  private long complaints;
  private Instant firstSeen;
  private Instant lastSeen;
  private String organisation;
  private SenderKind kind;
  private boolean verified;
  private Estimate estimate;
  private Evidence evidence;
  private SenderOverride override;

  Draft(SenderReputation before) {
    sender = before.getSender();
    messages = before.getMessages();
    flagged = before.getFlagged();
    complaints = before.getComplaints();
    firstSeen = before.getFirstSeen();
    lastSeen = before.getLastSeen();
    organisation = before.getOrganisation();
    kind = before.getKind();
    verified = before.getVerified();
    estimate =
        new Estimate(before.getSuspicion(), before.getSuspicionLower(), before.getSuspicionUpper());
    evidence = new KnownSender(before).evidence();
    override = before.getOverride();
  }

  void message(boolean wasFlagged, Instant time, Evidence now) {
    messages++;
    flagged += wasFlagged ? 1 : 0;
    firstSeen = firstSeen == null || time.isBefore(firstSeen) ? time : firstSeen;
    lastSeen = lastSeen == null || time.isAfter(lastSeen) ? time : lastSeen;
    evidence = now;
  }

  void complaint(Evidence now) {
    complaints++;
    evidence = now;
  }

  void registered(SenderProfile profile) {
    organisation = profile.getOrganisation();
    kind = profile.getKind();
    verified = profile.getVerified();
  }

  void deregistered() {
    organisation = null;
    kind = SenderKind.UNKNOWN;
    verified = false;
  }

  /** Null for none. */
  void overridden(SenderOverride decided) {
    override = decided;
  }

  void estimated(Estimate now) {
    estimate = now;
  }

  SenderReputation written() {
    return new SenderReputation(
        sender,
        messages,
        flagged,
        complaints,
        firstSeen,
        lastSeen,
        organisation,
        kind,
        verified,
        estimate.mean(),
        estimate.lower(),
        estimate.upper(),
        evidence.flagged(),
        evidence.allowed(),
        evidence.complained(),
        evidence.asOf(),
        override);
  }
}
