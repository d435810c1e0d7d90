package io.smswarden.filter.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.smswarden.filter.Msisdn;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalTimesTest {

  /** The second is of a prefix that no operator has. */
  @ParameterizedTest
  @ValueSource(strings = {"+8613812345678", "+8615412345678"})
  void aChineseNumberIsInChinaWhetherOrNotItsRangeIsKnown(String number) {
    assertThat(LocalTimes.zones(new Msisdn(number))).containsExactly(ZoneId.of("Asia/Shanghai"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"+9990000000", "+88812345678"})
  void aNumberOfNoCountryTellsNoZone(String number) {
    assertThat(LocalTimes.zones(new Msisdn(number))).isEmpty();
  }
}
