package io.smswarden.filter.contact;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.smswarden.filter.Msisdn;
import java.time.ZoneId;
import java.util.List;

/** The time zones that a number may be in, by its country or area code. */
public final class LocalTimes {

  private static final PhoneNumberToTimeZonesMapper ZONES =
      PhoneNumberToTimeZonesMapper.getInstance();

  private LocalTimes() {}

  /**
   * The zones; empty when the number tells none. A mobile number may be anywhere in its country. A
   * number of a range that isn't known, such as one assigned lately, is where its first digits are.
   */
  public static List<ZoneId> zones(Msisdn number) {
    try {
      PhoneNumber parsed = PhoneNumberUtil.getInstance().parse(number.value(), null);
      List<ZoneId> zones = known(ZONES.getTimeZonesForNumber(parsed));
      return zones.isEmpty() ? known(ZONES.getTimeZonesForGeographicalNumber(parsed)) : zones;
    } catch (NumberParseException e) {
      return List.of();
    }
  }

  private static List<ZoneId> known(List<String> zones) {
    return zones.stream()
        .filter(zone -> !zone.equals(PhoneNumberToTimeZonesMapper.getUnknownTimeZone()))
        .map(ZoneId::of)
        .toList();
  }
}
