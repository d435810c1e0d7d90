package io.smswarden.streams.statistics;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.i18n.phonenumbers.geocoding.PhoneNumberOfflineGeocoder;
import io.smswarden.filter.Msisdn;
import java.util.Locale;
import java.util.Optional;

/** Where a number is at home, as libphonenumber knows it. */
final class Regions {

  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
  private static final PhoneNumberOfflineGeocoder PLACES = PhoneNumberOfflineGeocoder.getInstance();

  private Regions() {}

  /** {@code CN/Beijing}, or {@code CN} where the number tells no place; empty for no number. */
  static Optional<String> of(Msisdn subscriber) {
    PhoneNumber number;
    try {
      number = NUMBERS.parse(subscriber.value(), null);
    } catch (NumberParseException e) {
      return Optional.empty();
    }
    String country = NUMBERS.getRegionCodeForNumber(number);
    if (country == null) {
      return Optional.empty();
    }
    String place = PLACES.getDescriptionForNumber(number, Locale.ENGLISH);
    boolean onlyTheCountry =
        place.isEmpty() || place.equals(new Locale("", country).getDisplayCountry(Locale.ENGLISH));
    return Optional.of(onlyTheCountry ? country : country + "/" + place);
  }
}
