package io.smswarden.filter;

import java.util.Objects;
import java.util.Optional;

/**
 * A message as the filter judges it.
 *
 * @param sender who sent it; empty when not known, which is neither good nor bad
 * @param text its text
 * @param standing what is known of the sender
 */
public record Message(Optional<SenderId> sender, SmsText text, SenderStanding standing) {

  public Message {
    Objects.requireNonNull(sender, "sender");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(standing, "standing");
  }

  /** A text of an unknown sender. */
  public static Message of(String text) {
    return new Message(Optional.empty(), new SmsText(text), SenderStanding.UNKNOWN);
  }
}
