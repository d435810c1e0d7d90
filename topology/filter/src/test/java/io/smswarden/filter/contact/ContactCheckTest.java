package io.smswarden.filter.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.smswarden.filter.Msisdn;
import io.smswarden.filter.SenderId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;

class ContactCheckTest {

  private static final ContactRules RULES =
      ContactRules.read(
          """
          CN:
            hours: { from: '08:00', to: '22:00', source: hours }
            limits:
              - { contacts: 3, within: P1D, source: day }
              - { contacts: 5, within: P7D, source: week }
          US:
            hours: { from: '08:00', to: '21:00', source: hours }
          """);

  private static final Instant NOON_IN_CHINA = Instant.parse("2026-03-02T04:00:00Z");
  private static final Msisdn CHINESE = new Msisdn("+8613800000001");

  private static Contact contact(Instant time) {
    return new Contact("m" + time, new SenderId("10690000"), time);
  }

  private static List<Violation> check(Msisdn debtor, Instant time) {
    return new ContactCheck(RULES, debtor).violations(contact(time), List.of());
  }

  @Test
  void theHoursAreThoseOfTheDebtorsClocks() {
    assertThat(check(CHINESE, NOON_IN_CHINA)).isEmpty();
    assertThat(check(CHINESE, Instant.parse("2026-03-02T00:00:00Z"))).isEmpty();
    assertThat(check(CHINESE, Instant.parse("2026-03-01T23:59:59Z")))
        .singleElement()
        .isInstanceOf(Violation.OutsideHours.class);
    assertThat(check(CHINESE, Instant.parse("2026-03-02T14:00:00Z"))).hasSize(1);
  }

  @Test
  void whereANumberMayBeInSeveralZonesOnlyWhatIsForbiddenInAllIsAViolation() {
    Msisdn newYork = new Msisdn("+12125550123");
    Msisdn tollFree = new Msisdn("+18005550123");
    Instant atHalfPastNineInNewYork = Instant.parse("2026-03-03T02:30:00Z");

    assertThat(check(newYork, atHalfPastNineInNewYork)).hasSize(1);
    assertThat(check(tollFree, atHalfPastNineInNewYork)).isEmpty();
  }

  @Test
  void hoursMayGoOverMidnight() {
    PermittedHours night =
        new PermittedHours(
            java.time.LocalTime.of(20, 0), java.time.LocalTime.of(4, 0), "a night shift");
    List<java.time.ZoneId> utc = List.of(java.time.ZoneOffset.UTC);

    assertThat(night.permit(Instant.parse("2026-03-02T23:00:00Z"), utc)).isTrue();
    assertThat(night.permit(Instant.parse("2026-03-02T03:59:00Z"), utc)).isTrue();
    assertThat(night.permit(Instant.parse("2026-03-02T12:00:00Z"), utc)).isFalse();
  }

  @Test
  void theFourthContactOfADayIsOneTooMany() {
    List<Contact> earlier = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Contact next = contact(NOON_IN_CHINA.plusSeconds(i));
      assertThat(new ContactCheck(RULES, CHINESE).violations(next, earlier)).isEmpty();
      earlier.add(next);
    }

    assertThat(
            new ContactCheck(RULES, CHINESE)
                .violations(contact(NOON_IN_CHINA.plusSeconds(3)), earlier))
        .singleElement()
        .isInstanceOfSatisfying(
            Violation.TooOften.class,
            often -> {
              assertThat(often.contacts()).isEqualTo(4);
              assertThat(often.limit().source()).isEqualTo("day");
            });
  }

  @Test
  void aContactADayLaterStartsAnew() {
    List<Contact> earlier =
        List.of(
            contact(NOON_IN_CHINA),
            contact(NOON_IN_CHINA.plusSeconds(1)),
            contact(NOON_IN_CHINA.plusSeconds(2)));

    assertThat(
            new ContactCheck(RULES, CHINESE)
                .violations(contact(NOON_IN_CHINA.plusSeconds(24 * 3600 - 1)), earlier))
        .isNotEmpty();
    assertThat(
            new ContactCheck(RULES, CHINESE)
                .violations(contact(NOON_IN_CHINA.plusSeconds(24 * 3600)), earlier))
        .isEmpty();
  }

  @Property(tries = 500)
  void theSameContactsBreakTheSameRulesInAnyOrder(
      @ForAll @Size(min = 1, max = 12) @UniqueElements
          List<@IntRange(min = 0, max = 10 * 24) Integer> hours) {
    List<Integer> sorted = hours.stream().sorted().toList();

    assertThat(broken(hours)).isEqualTo(broken(sorted));
  }

  private static Set<String> broken(List<Integer> hours) {
    List<Contact> earlier = new ArrayList<>();
    Set<String> broken = new HashSet<>();
    for (int hour : hours) {
      Contact next = contact(NOON_IN_CHINA.plusSeconds(hour * 3600L));
      for (Violation violation : new ContactCheck(RULES, CHINESE).violations(next, earlier)) {
        String rule =
            violation instanceof Violation.TooOften often ? often.limit().source() : "hours";
        assertThat(broken.add(rule + violation.contact().time())).as("reported once").isTrue();
      }
      earlier.add(next);
    }
    return broken;
  }
}
