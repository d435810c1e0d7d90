package io.smswarden.filter;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;

/** Dialled and displayed forms of numbers to E.164. */
final class PhoneNumbers {

  private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();

  private PhoneNumbers() {}

  /**
   * The number in E.164 with +; empty when it is none of the region's numbering plan or, with a
   * country code, of that country's.
   *
   * @param region ISO 3166-1 code of the country that a number without country code is dialled in
   */
  static Optional<String> e164(String number, String region) {
    try {
      PhoneNumber parsed = UTIL.parse(number, region);
      return UTIL.isValidNumber(parsed)
          ? Optional.of(UTIL.format(parsed, PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }
}
