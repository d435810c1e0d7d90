package io.smswarden.filter.contact;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.smswarden.filter.Msisdn;
import java.time.ZoneId;
import java.util.List;

/** The time zones that a number may be in, by its country or area code. */
public final class LocalTimes {

  private static final PhoneNumberToTimeZonesMapper ZONES =
      PhoneNumberToTimeZonesMapper.getInstance();

  private LocalTimes() {}

  /**
   * The zones; empty when the number tells none. A mobile number may be anywhere in its country.
   */
  public static List<ZoneId> zones(Msisdn number) {
    try {
      return ZONES
          .getTimeZonesForNumber(PhoneNumberUtil.getInstance().parse(number.value(), null))
          .stream()
          .filter(zone -> !zone.equals(PhoneNumberToTimeZonesMapper.getUnknownTimeZone()))
          .map(ZoneId::of)
          .toList();
    } catch (NumberParseException e) {
      return List.of();
    }
  }
}
