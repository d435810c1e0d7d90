package io.smswarden.streams;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.i18n.phonenumbers.geocoding.PhoneNumberOfflineGeocoder;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/** Where a number is at home, as libphonenumber knows it. */
public final class Regions {

  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
  private static final PhoneNumberOfflineGeocoder PLACES = PhoneNumberOfflineGeocoder.getInstance();

  /** Numbers that differ in so many last digits only are given out together. */
  private static final int BLOCK_DIGITS = 3;

  /** What is shorter is no number of a block, and may have only its country in common. */
  private static final int SHORTEST = 9;

  private static final int BLOCKS = 100_000;

  /** By what is before a block's digits, and how many digits there are. */
  private static final Cache<String, Optional<String>> KNOWN =
      CacheBuilder.newBuilder().maximumSize(BLOCKS).build();

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
    if (e164.length() < SHORTEST) {
      return looked(e164);
    }
    try {
      return KNOWN.get(e164.substring(0, e164.length() - BLOCK_DIGITS), () -> looked(e164));
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same, past what is remembered. */
  static Optional<String> looked(String e164) {
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
