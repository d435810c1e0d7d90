package io.smswarden.streams.score;

import io.smswarden.filter.campaign.Fingerprint;
import io.smswarden.schemas.Action;
import io.smswarden.schemas.SmsEvent;
import io.smswarden.schemas.Verdict;
import io.smswarden.schemas.Warning;
import java.util.Optional;

/**
 * A message with its verdict.
 *
 * @param event the message
 * @param verdict the judgement
 * @param organisation whom the sender was registered to at that time
 * @param verified whether that registration was verified
 * @param fingerprint of its text, to find near-duplicates; empty for a text that is too short and
 *     for a verified sender, who makes no campaigns
 * @param textScore score by the text alone, without what is known of sender and campaign
 */
public record Judged(
    SmsEvent event,
    Verdict verdict,
    Optional<String> organisation,
    boolean verified,
    Optional<Fingerprint> fingerprint,
    double textScore) {

  /** Whether the message is one to warn of. */
  public boolean flagged() {
    return verdict.getAction() != Action.ALLOW;
  }

  /** The warning with its evidence. */
  public Warning warning() {
    return new Warning(
        verdict, event.getRecipient(), event.getText(), organisation.orElse(null), verified);
  }
}
