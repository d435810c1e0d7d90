package io.smswarden.filter.complaint;

import io.smswarden.filter.SenderId;
import java.util.Objects;
import java.util.Optional;

/** What a report means. */
public sealed interface Target {

  /** Nobody can tell. */
  Target NONE = new Unknown();

  /** A message that the subscriber got. */
  record Message(InboxMessage message) implements Target {

    public Message {
      Objects.requireNonNull(message, "message");
    }
  }

  /**
   * A sender, none of whose messages is known to be meant.
   *
   * @param sender the sender
   * @param messageId the message's id as the report has it; empty when it has none
   */
  record Sender(SenderId sender, Optional<String> messageId) implements Target {

    public Sender {
      Objects.requireNonNull(sender, "sender");
      Objects.requireNonNull(messageId, "messageId");
    }
  }

  /** What {@link #NONE} is. */
  record Unknown() implements Target {}
}
