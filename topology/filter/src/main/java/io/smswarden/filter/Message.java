package io.smswarden.filter;

import io.smswarden.filter.campaign.CampaignStanding;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A message as the filter judges it.
 *
 * @param sender who sent it; empty when not known, which is neither good nor bad
 * @param text its text
 * @param standing what is known of the sender
 * @param time when it was sent; empty when not known: no rule about time applies then, and nothing
 *     has expired
 * @param campaign the campaign whose text it has; empty when none is known
 */
public record Message(
    Optional<SenderId> sender,
    SmsText text,
    SenderStanding standing,
    Optional<Instant> time,
    Optional<CampaignStanding> campaign) {

  public Message {
    Objects.requireNonNull(sender, "sender");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(standing, "standing");
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(campaign, "campaign");
  }

  /** A message of no known campaign. */
  public Message(
      Optional<SenderId> sender, SmsText text, SenderStanding standing, Optional<Instant> time) {
    this(sender, text, standing, time, Optional.empty());
  }

  /** A message of which nobody knows when it was sent. */
  public Message(Optional<SenderId> sender, SmsText text, SenderStanding standing) {
    this(sender, text, standing, Optional.empty());
  }

  /** A text of an unknown sender. */
  public static Message of(String text) {
    return new Message(Optional.empty(), new SmsText(text), SenderStanding.UNKNOWN);
  }
}
