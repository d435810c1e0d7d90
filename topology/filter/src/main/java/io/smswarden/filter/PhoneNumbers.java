package io.smswarden.filter;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import java.util.function.Predicate;

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
    return e164(number, region, UTIL::isValidNumber);
  }

  /**
   * The E.164 form of a number that may be of a range not assigned: fraudsters invent such numbers,
   * and tables of ranges are never quite new.
   */
  static Optional<String> possible(String number, String region) {
    return e164(number, region, UTIL::isPossibleNumber);
  }

  private static Optional<String> e164(
      String number, String region, Predicate<PhoneNumber> accepted) {
    return parsed(number, region)
        .filter(accepted)
        .map(found -> UTIL.format(found, PhoneNumberFormat.E164));
  }

  /** ISO 3166-1 code of an E.164 number's country; empty when it is of none. */
  static Optional<String> region(String e164) {
    return parsed(e164).map(UTIL::getRegionCodeForNumber).filter(region -> region.length() == 2);
  }

  /** Whether an E.164 number may be a mobile's; some plans don't tell them apart. */
  static boolean isMobile(String e164) {
    return parsed(e164)
        .map(UTIL::getNumberType)
        .filter(
            type -> type == PhoneNumberType.MOBILE || type == PhoneNumberType.FIXED_LINE_OR_MOBILE)
        .isPresent();
  }

  private static Optional<PhoneNumber> parsed(String e164) {
    return parsed(e164, null);
  }

  private static Optional<PhoneNumber> parsed(String number, String region) {
    try {
      return Optional.of(UTIL.parse(number, region));
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  /** Whether there is a country with this ISO 3166-1 code and a numbering plan. */
  static boolean isRegion(String region) {
    return UTIL.getSupportedRegions().contains(region);
  }
}
