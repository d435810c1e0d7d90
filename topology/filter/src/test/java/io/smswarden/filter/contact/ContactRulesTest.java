package io.smswarden.filter.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.smswarden.filter.Msisdn;
import java.time.Duration;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactRulesTest {

  private static final String GOOD =
      """
      GB:
        hours: { from: '07:30', to: '20:00', source: a law }
        limits:
          - { contacts: 2, within: PT12H, source: another law }
      """;

  @Test
  void rulesAreReadByCountry() {
    ContactRule rule = ContactRules.read(GOOD).on(new Msisdn("+447400123456"));

    assertThat(rule.hours())
        .contains(new PermittedHours(LocalTime.of(7, 30), LocalTime.of(20, 0), "a law"));
    assertThat(rule.limits())
        .containsExactly(new ContactLimit(2, Duration.ofHours(12), "another law"));
  }

  @Test
  void aCountryWithoutRuleForbidsNothing() {
    assertThat(ContactRules.read(GOOD).on(new Msisdn("+8613800000001")))
        .isEqualTo(ContactRule.NONE);
    assertThat(ContactRules.read("").byRegion()).isEmpty();
  }

  @Test
  void everyShippedRuleNamesItsSource() {
    ContactRules shipped = ContactRules.standard();

    assertThat(shipped.byRegion()).containsKeys("CN", "US");
    assertThat(shipped.byRegion().values())
        .allSatisfy(
            rule -> {
              assertThat(rule).isNotEqualTo(ContactRule.NONE);
              assertThat(rule.hours()).hasValueSatisfying(h -> assertThat(h.source()).isNotBlank());
              assertThat(rule.limits()).allSatisfy(l -> assertThat(l.source()).isNotBlank());
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          [                                                          | not YAML
          nothing                                                    | the contact rules: expected keys
          XX: {}                                                     | 'XX' is no country
          CN: { hour: {} }                                           | CN: no key 'hour'
          CN: { hours: { from: '8', to: '21:00', source: x } }       | CN: hours: from is '8'
          CN: { hours: { from: '08:00', source: x } }                | CN: hours: to is missing
          CN: { hours: { from: '08:00', to: '21:00' } }              | source is missing
          CN: { limits: 3 }                                          | CN: limits is not a list
          CN: { limits: [{ contacts: 0, within: P1D, source: x }] }  | at least 1 contact
          CN: { limits: [{ contacts: 1, within: P32D, source: x }] } | at most PT744H
          CN: { limits: [{ contacts: a, within: P1D, source: x }] }  | contacts is 'a'
          """)
  void aFaultIsNamedWithItsPlace(String yaml, String fault) {
    assertThatExceptionOfType(ContactRulesException.class)
        .isThrownBy(() -> ContactRules.read(yaml))
        .withMessageContaining(fault);
  }
}
