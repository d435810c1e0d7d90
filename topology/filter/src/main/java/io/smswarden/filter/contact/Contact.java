package io.smswarden.filter.contact;

import io.smswarden.filter.SenderId;
import java.time.Instant;
import java.util.Objects;

/**
 * A message to a debtor about a debt.
 *
 * @param messageId the message's id
 * @param sender who sent it
 * @param time when it was sent
 */
public record Contact(String messageId, SenderId sender, Instant time) {

  public Contact {
    Objects.requireNonNull(messageId, "messageId");
    Objects.requireNonNull(sender, "sender");
    Objects.requireNonNull(time, "time");
  }
}
