package io.smswarden.app.replay;

import io.smswarden.filter.Msisdn;
import io.smswarden.filter.SenderId;
import io.smswarden.filter.SmsText;
import io.smswarden.schemas.Category;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads {@code complainant<TAB>sender<TAB>category<TAB>time<TAB>message-id<TAB>text}. A field that
 * is not known is empty; one of sender, message-id and text is known.
 */
final class ComplaintLines implements LineParser {

  private static final int FIELDS = 6;

  /** Up to the year 5138; more is no time in milliseconds. */
  private static final Pattern MILLIS = Pattern.compile("\\d{1,14}");

  private final String region;

  /** Numbers without a country code are of a region, by its ISO 3166-1 code. */
  ComplaintLines(String region) {
    this.region = region;
  }

  @Override
  public ParsedLine parse(String line, long number) {
    String[] fields = line.split("\t", FIELDS);
    if (fields.length < FIELDS) {
      return new ParsedLine.Rejected(
          "%d of 6 fields; expected complainant, sender, category, time, message-id and text separated by tabs"
              .formatted(fields.length));
    }
    Optional<Msisdn> complainant = Msisdn.parse(fields[0], region);
    if (complainant.isEmpty()) {
      return new ParsedLine.Rejected("the complainant is no telephone number");
    }
    Optional<SenderId> sender = SenderId.parse(fields[1], region);
    if (sender.isEmpty() && !fields[1].isBlank()) {
      return new ParsedLine.Rejected("the sender is no telephone number, short code or name");
    }
    Optional<Category> category = category(fields[2].strip());
    if (category.isEmpty()) {
      return new ParsedLine.Rejected(
          "the category is none of %s; leave it empty when it is not known"
              .formatted(String.join(", ", names())));
    }
    Optional<Instant> time = time(fields[3].strip());
    if (time.isEmpty()) {
      return new ParsedLine.Rejected(
          "the time is neither milliseconds since 1970 nor of the form 2026-03-02T20:00:00+08:00");
    }
    Optional<String> messageId = Optional.of(fields[4].strip()).filter(id -> !id.isEmpty());
    Optional<SmsText> text =
        Optional.of(fields[5]).filter(said -> !said.isBlank()).map(SmsText::new);
    if (sender.isEmpty() && messageId.isEmpty() && text.isEmpty()) {
      return new ParsedLine.Rejected("there is neither sender, message-id nor text");
    }
    if (fields[5].length() > LONGEST_TEXT) {
      return new ParsedLine.Rejected("the text is longer than 255 parts of a message");
    }
    return new ParsedLine.Complaint(
        complainant.get(), sender, category.get(), time.get(), messageId, text);
  }

  private static Optional<Category> category(String name) {
    if (name.isEmpty()) {
      return Optional.of(Category.UNKNOWN);
    }
    return Arrays.stream(Category.values())
        .filter(category -> category.name().equals(name.toUpperCase(Locale.ROOT)))
        .findAny();
  }

  private static String[] names() {
    return Arrays.stream(Category.values())
        .filter(category -> category != Category.UNKNOWN)
        .map(Enum::name)
        .toArray(String[]::new);
  }

  private static Optional<Instant> time(String text) {
    if (MILLIS.matcher(text).matches()) {
      return Optional.of(Instant.ofEpochMilli(Long.parseLong(text)));
    }
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant())
          .filter(time -> !time.isBefore(Instant.EPOCH));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
