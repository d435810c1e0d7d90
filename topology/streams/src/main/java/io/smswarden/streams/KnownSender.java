package io.smswarden.streams;

import io.smswarden.filter.reputation.Evidence;
import io.smswarden.filter.reputation.OperatorOverride;
import io.smswarden.filter.reputation.Registration;
import io.smswarden.filter.reputation.ReputationFact;
import io.smswarden.filter.reputation.ReputationModel;
import io.smswarden.schemas.OverrideStanding;
import io.smswarden.schemas.SenderOverride;
import io.smswarden.schemas.SenderReputation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A published reputation in the filter's terms. */
public record KnownSender(SenderReputation reputation) {

  /** What its estimate is made from, at the time that it says. */
  public Evidence evidence() {
    return new Evidence(
        reputation.getRecentFlagged(),
        reputation.getRecentAllowed(),
        reputation.getRecentComplaints(),
        reputation.getAsOf());
  }

  /** What the registry knows. */
  public Registration registration() {
    return Registration.of(reputation.getOrganisation() != null, reputation.getVerified());
  }

  /** How long it is known at a time. */
  public Duration age(Instant time) {
    Instant first = reputation.getFirstSeen();
    return first == null || time.isBefore(first) ? Duration.ZERO : Duration.between(first, time);
  }

  /** How long it is known at the time of its latest evidence. */
  public Duration age() {
    return age(reputation.getAsOf());
  }

  /** What made its estimate, what moved it most first, in Chinese and English. */
  public List<ReputationFact> facts(ReputationModel model) {
    return model.facts(evidence(), registration(), age());
  }

  /** What the staff decided of it, in force or not. */
  public Optional<OperatorOverride> override() {
    SenderOverride override = reputation.getOverride();
    // A standing that only a newer version knows changes nothing.
    return override == null || override.getStanding() == OverrideStanding.UNKNOWN
        ? Optional.empty()
        : Optional.of(
            new OperatorOverride(
                OperatorOverride.Standing.valueOf(override.getStanding().name()),
                override.getFrom(),
                Optional.ofNullable(override.getExpiresAt())));
  }
}
