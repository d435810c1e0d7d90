package io.smswarden.app.replay;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.smswarden.filter.Msisdn;
import io.smswarden.filter.SenderId;
import java.util.Optional;
import java.util.regex.Pattern;

/** Brings senders and subscribers into their canonical form. */
final class Numbers {

  private static final Pattern TELEPHONE = Pattern.compile("(\\+|00)?[0-9 ()-]{3,25}");

  private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
  private final String region;

  /** For an operator in a region of ISO 3166, whose numbers may stand without a country code. */
  Numbers(String region) {
    this.region = region;
  }

  /**
   * E.164 when it is a telephone number; else as it is: a short code, or an alphanumeric name.
   * Empty when blank.
   */
  Optional<SenderId> sender(String text) {
    String stripped = text.strip();
    return stripped.isEmpty()
        ? Optional.empty()
        : Optional.of(new SenderId(e164(stripped).orElse(stripped)));
  }

  /** The subscriber; empty when the text is no telephone number. */
  Optional<Msisdn> subscriber(String text) {
    return e164(text.strip()).map(Msisdn::new);
  }

  private Optional<String> e164(String text) {
    if (!TELEPHONE.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      PhoneNumber number = numbers.parse(text, region);
      // With a country code the writer has said that it is one; without, 10086 must stay a code.
      boolean accepted =
          (text.startsWith("+") || text.startsWith("00"))
              ? numbers.isPossibleNumber(number)
              : numbers.isValidNumber(number);
      return accepted
          ? Optional.of(numbers.format(number, PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }
}
