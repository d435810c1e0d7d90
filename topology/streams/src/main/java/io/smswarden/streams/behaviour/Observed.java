package io.smswarden.streams.behaviour;

import io.smswarden.filter.behaviour.Behaviour;
import io.smswarden.schemas.SmsEvent;

/**
 * A message with its sender's behaviour.
 *
 * @param event the message
 * @param behaviour how its sender behaves, this message included
 * @param firstContact whether it is the sender's first to this recipient in half a day or more
 */
public record Observed(SmsEvent event, Behaviour behaviour, boolean firstContact) {

  /** Whether one subscriber began to write to another. */
  boolean subscribersMeet() {
    return firstContact
        && event.getSender().startsWith("+")
        && event.getRecipient().startsWith("+");
  }
}
