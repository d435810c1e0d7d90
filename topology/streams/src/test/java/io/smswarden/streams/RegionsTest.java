package io.smswarden.streams;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class RegionsTest {

  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

  @Test
  void aNumberIsAtHomeWhereItsBlockIs() {
    List<String> examples = examples();
    assertThat(examples).hasSizeGreaterThan(300);
    for (String number : examples) {
      String block = number.substring(0, number.length() - 3);
      for (String end : List.of("000", "137", "290", "555", "742", "999")) {
        assertThat(Regions.of(block + end)).as(block + end).isEqualTo(Regions.looked(block + end));
      }
    }
  }

  @Test
  void shortNumbersOfDifferentCountriesShareNothing() {
    assertThat(Regions.of("+86138")).contains("CN");
    assertThat(Regions.of("+82138")).contains("KR");
  }

  @Test
  void whatIsNoNumberIsNowhere() {
    assertThat(Regions.of("+86")).isEmpty();
    assertThat(Regions.of("+999123456789")).isEmpty();
    assertThat(Regions.of("")).isEmpty();
    assertThat(Regions.of("BANK")).isEmpty();
  }

  /** Mobile and fixed numbers of every country, as libphonenumber's metadata has them. */
  private static List<String> examples() {
    return NUMBERS.getSupportedRegions().stream()
        .flatMap(
            region ->
                Stream.of(PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE)
                    .map(type -> NUMBERS.getExampleNumberForType(region, type)))
        .filter(Objects::nonNull)
        .map(RegionsTest::e164)
        .distinct()
        .toList();
  }

  private static String e164(PhoneNumber number) {
    return NUMBERS.format(number, PhoneNumberFormat.E164);
  }
}
