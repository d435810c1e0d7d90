package io.smswarden.streams.behaviour;

import io.smswarden.schemas.SenderReply;
import io.smswarden.schemas.SmsEvent;

/** Something from which a sender's behaviour is seen. */
sealed interface SenderSign {

  /** The sender sent a message. */
  record Sent(SmsEvent event) implements SenderSign {}

  /** A subscriber wrote to the sender. */
  record Answered(SenderReply reply) implements SenderSign {}
}
