package io.smswarden.app.replay;

import io.smswarden.filter.Msisdn;
import io.smswarden.filter.SenderId;
import io.smswarden.filter.SmsText;
import io.smswarden.schemas.Category;
import java.time.Instant;
import java.util.Optional;

/** What a line of a file says. */
sealed interface ParsedLine {

  /** A message. */
  record Sms(SenderId sender, Msisdn recipient, Instant eventTime, SmsText text)
      implements ParsedLine {}

  /**
   * What a subscriber complains of; it names a sender, a message's id or its text at least.
   *
   * @param category what the subscriber says it is; UNKNOWN when not said
   */
  record Complaint(
      Msisdn complainant,
      Optional<SenderId> sender,
      Category category,
      Instant reportedAt,
      Optional<String> messageId,
      Optional<SmsText> text)
      implements ParsedLine {}

  /**
   * Something else.
   *
   * @param reason why it is neither; holds nothing of the line
   */
  record Rejected(String reason) implements ParsedLine {}
}
