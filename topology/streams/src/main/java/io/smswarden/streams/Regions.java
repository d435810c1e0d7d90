package io.smswarden.streams;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.i18n.phonenumbers.geocoding.PhoneNumberOfflineGeocoder;
import java.util.Locale;
import java.util.Optional;

/** Where a number is at home, as libphonenumber knows it. */
public final class Regions {

  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
  private static final PhoneNumberOfflineGeocoder PLACES = PhoneNumberOfflineGeocoder.getInstance();

  private Regions() {}

  /**
   * Where a number is at home.
   *
   * @param id as statistics name it: {@code CN/Beijing}, or {@code CN} where the number tells no
   *     place
   * @param zh its name in Chinese
   * @param en its name in English
   */
  public record Region(String id, String zh, String en) {}

  /** The {@link Region#id id} of a number's home; empty for no number. */
  public static Optional<String> of(String e164) {
    return parsed(e164).flatMap(Regions::id);
  }

  /** A number's home with its names; empty for no number. */
  public static Optional<Region> named(String e164) {
    return parsed(e164)
        .flatMap(
            number ->
                id(number)
                    .map(
                        id ->
                            new Region(
                                id,
                                PLACES.getDescriptionForNumber(number, Locale.CHINA),
                                PLACES.getDescriptionForNumber(number, Locale.ENGLISH))));
  }

  /** The name of a country in a language; the code itself when there is no such country. */
  public static String country(String code, Locale language) {
    return new Locale("", code).getDisplayCountry(language);
  }

  private static Optional<String> id(PhoneNumber number) {
    String country = NUMBERS.getRegionCodeForNumber(number);
    if (country == null) {
      return Optional.empty();
    }
    String place = PLACES.getDescriptionForNumber(number, Locale.ENGLISH);
    boolean onlyTheCountry = place.isEmpty() || place.equals(country(country, Locale.ENGLISH));
    return Optional.of(onlyTheCountry ? country : country + "/" + place);
  }

  private static Optional<PhoneNumber> parsed(String e164) {
    try {
      return Optional.of(NUMBERS.parse(e164, null));
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }
}
