package io.smswarden.app.replay;

import io.smswarden.filter.Msisdn;
import io.smswarden.filter.SenderId;
import io.smswarden.filter.SmsText;
import java.time.Instant;

/** What a line of a file says. */
sealed interface ParsedLine {

  /** A message. */
  record Sms(SenderId sender, Msisdn recipient, Instant eventTime, SmsText text)
      implements ParsedLine {}

  /**
   * Something else.
   *
   * @param reason why it is no message; holds nothing of the line
   */
  record Rejected(String reason) implements ParsedLine {}
}
