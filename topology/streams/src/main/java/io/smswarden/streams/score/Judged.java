package io.smswarden.streams.score;

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
 */
public record Judged(
    SmsEvent event, Verdict verdict, Optional<String> organisation, boolean verified) {

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
