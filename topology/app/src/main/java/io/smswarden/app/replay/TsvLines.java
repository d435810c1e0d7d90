package io.smswarden.app.replay;

import io.smswarden.filter.Msisdn;
import io.smswarden.filter.SenderId;
import io.smswarden.filter.SmsText;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code sender<TAB>recipient<TAB>epoch-millis<TAB>text}. */
final class TsvLines implements LineParser {

  /** Up to the year 5138; more is no time in milliseconds. */
  private static final Pattern MILLIS = Pattern.compile("\\d{1,14}");

  private final String region;

  /** Numbers without a country code are of a region, by its ISO 3166-1 code. */
  TsvLines(String region) {
    this.region = region;
  }

  @Override
  public ParsedLine parse(String line, long number) {
    String[] fields = line.split("\t", 4);
    if (fields.length < 4) {
      return new ParsedLine.Rejected(
          "%d of 4 fields; expected sender, recipient, epoch-millis and text separated by tabs"
              .formatted(fields.length));
    }
    Optional<SenderId> sender = SenderId.parse(fields[0], region);
    if (sender.isEmpty()) {
      return new ParsedLine.Rejected("the sender is no telephone number, short code or name");
    }
    Optional<Msisdn> recipient = Msisdn.parse(fields[1], region);
    if (recipient.isEmpty()) {
      return new ParsedLine.Rejected("the recipient is no telephone number");
    }
    if (!MILLIS.matcher(fields[2]).matches()) {
      return new ParsedLine.Rejected("the time is no number of milliseconds since 1970");
    }
    if (fields[3].isBlank()) {
      return new ParsedLine.Rejected("the text is empty");
    }
    if (fields[3].length() > LONGEST_TEXT) {
      return new ParsedLine.Rejected("the text is longer than 255 parts of a message");
    }
    return new ParsedLine.Sms(
        sender.get(),
        recipient.get(),
        Instant.ofEpochMilli(Long.parseLong(fields[2])),
        new SmsText(fields[3]));
  }
}
