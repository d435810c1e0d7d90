package io.smswarden.app.traffic;

import io.smswarden.filter.Msisdn;
import io.smswarden.filter.SenderId;
import io.smswarden.filter.SmsText;
import io.smswarden.schemas.Direction;
import io.smswarden.schemas.Ingress;
import io.smswarden.schemas.SenderProfile;
import io.smswarden.schemas.SmsEvent;
import java.time.Instant;

/** What happens next in an operator's day. */
public sealed interface TrafficItem {

  /** When it happens, in event time. */
  Instant at();

  /**
   * A message.
   *
   * @param id the same for the same message of the same day
   * @param truth what it really is
   */
  record Message(
      String id, SenderId sender, Msisdn recipient, SmsText text, Instant at, Truth truth)
      implements TrafficItem {

    /** Septets of a single message, and of each part of several (3GPP TS 23.040, 9.2.3.24.1). */
    private static final int SEPTETS = 160;

    private static final int SEPTETS_OF_PART = 153;

    /** The same in UCS2 units. */
    private static final int UNITS = 70;

    private static final int UNITS_OF_PART = 67;

    /** SMPP 3.4, 5.2.19: the SMSC's default alphabet, and UCS2. */
    private static final int DEFAULT_ALPHABET = 0;

    private static final int UCS2 = 8;

    /**
     * The message as the SMSC hands it over.
     *
     * @param received wall clock when it is
     */
    public SmsEvent event(Instant received) {
      String value = text.value();
      boolean plain = value.chars().allMatch(unit -> unit < 0x80);
      return SmsEvent.newBuilder()
          .setId(id)
          .setSender(sender.value())
          .setRecipient(recipient.value())
          .setText(value)
          .setEventTime(at)
          .setReceivedTime(received)
          .setIngress(Ingress.CMPP)
          .setDirection(Direction.MOBILE_TERMINATED)
          .setDataCoding(plain ? DEFAULT_ALPHABET : UCS2)
          .setParts(
              plain
                  ? parts(value.length(), SEPTETS, SEPTETS_OF_PART)
                  : parts(value.length(), UNITS, UNITS_OF_PART))
          .build();
    }

    private static int parts(int length, int single, int ofPart) {
      return length <= single ? 1 : (length + ofPart - 1) / ofPart;
    }
  }

  /** A subscriber complains. */
  record Complaint(io.smswarden.schemas.Complaint complaint) implements TrafficItem {
    @Override
    public Instant at() {
      return complaint.getComplainedAt();
    }
  }

  /** An entry of the registry of senders; all come before the first message. */
  record Profile(SenderProfile profile, Instant at) implements TrafficItem {}
}
