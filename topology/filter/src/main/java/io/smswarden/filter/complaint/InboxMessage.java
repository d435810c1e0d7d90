package io.smswarden.filter.complaint;

import io.smswarden.filter.SenderId;
import java.util.Objects;
import java.util.Optional;

/**
 * A message that a subscriber got lately.
 *
 * @param id its id
 * @param sender who sent it
 * @param print what its text is known again by
 * @param flagged whether it was warned of or blocked
 * @param campaign id of the campaign that it belongs to; empty when of none that is known
 */
public record InboxMessage(
    String id, SenderId sender, TextPrint print, boolean flagged, Optional<String> campaign) {

  public InboxMessage {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(sender, "sender");
    Objects.requireNonNull(print, "print");
    Objects.requireNonNull(campaign, "campaign");
  }
}
