package io.smswarden.filter.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ActivityTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  record Sms(int recipient, int minute, boolean night) {}

  @Provide
  Arbitrary<List<Sms>> halfADay() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 2000),
            Arbitraries.integers().between(0, 12 * 60 - 1),
            Arbitraries.of(true, false))
        .as(Sms::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(400);
  }

  @Property(tries = 100)
  void lateMessagesCountAsIfTheyHadComeInTime(
      @ForAll("halfADay") List<Sms> day, @ForAll long seed) {
    List<Sms> shuffled = new ArrayList<>(day);
    Collections.shuffle(shuffled, new Random(seed));

    Behaviour one = behaviour(day);
    Behaviour other = behaviour(shuffled);

    assertThat(other.perDay()).isEqualTo(one.perDay());
    assertThat(other.recipients()).isEqualTo(one.recipients());
    assertThat(other.nightShare()).isEqualTo(one.nightShare());
  }

  private static Behaviour behaviour(List<Sms> day) {
    Activity activity = Activity.begun(NOON.plus(Duration.ofMinutes(day.get(0).minute)));
    for (Sms sms : day) {
      activity.sent("+86138" + sms.recipient, NOON.plus(Duration.ofMinutes(sms.minute)), sms.night);
      activity = Activity.of(activity.state());
    }
    return activity.behaviour(BehaviourLimits.STANDARD);
  }

  @Property(tries = 100)
  void whateverIsSentTheStateStaysSmall(@ForAll("halfADay") List<Sms> day) {
    Activity activity = Activity.begun(NOON);
    day.forEach(
        sms ->
            activity.sent(
                "+86138" + sms.recipient, NOON.plus(Duration.ofMinutes(sms.minute)), sms.night));

    assertThat(activity.state().recipients().remaining())
        .isLessThanOrEqualTo(Recipients.MOST_BYTES);
  }

  @Test
  void recipientsAreCountedInLittleMemory() {
    Recipients recipients = Recipients.none();
    assertThat(recipients.bytes().remaining()).isZero();
    for (int i = 1; i <= 100_000; i++) {
      recipients.add("+861380000" + i);
      if (i == 1) {
        assertThat(recipients.bytes().remaining()).isLessThanOrEqualTo(12);
      } else if (i == 8) {
        assertThat(recipients.bytes().remaining()).isLessThanOrEqualTo(44);
      } else if (i == 48) {
        assertThat(recipients.count()).isEqualTo(48);
      } else if (i == 300) {
        // Three standard errors.
        assertThat(recipients.count()).isCloseTo(300L, within(41L));
      }
    }
    assertThat(recipients.bytes().remaining()).isLessThanOrEqualTo(Recipients.MOST_BYTES);
    assertThat((double) recipients.count()).isCloseTo(100_000, within(13_800.0));
  }

  @Test
  void theSameRecipientIsNewOnceInHalfADay() {
    Activity activity = Activity.begun(NOON);

    assertThat(activity.sent("+8613800000001", NOON, false)).isTrue();
    assertThat(activity.sent("+8613800000001", NOON.plusSeconds(1), false)).isFalse();
    assertThat(activity.sent("+8613800000001", NOON.plus(Duration.ofHours(13)), false)).isFalse();
    assertThat(activity.sent("+8613800000001", NOON.plus(Duration.ofHours(37)), false)).isTrue();
  }

  @Test
  void aDayOldIsForgottenAndHalfADayOldIsNot() {
    Activity activity = Activity.begun(NOON);
    for (int i = 0; i < 10; i++) {
      activity.sent("+861380000000" + i, NOON, true);
    }
    activity.sent("+8613800000001", NOON.plus(Duration.ofHours(12)), false);
    Behaviour later = activity.behaviour(BehaviourLimits.STANDARD);
    assertThat(later.perDay()).isEqualTo(11);
    assertThat(later.recipients()).isEqualTo(10);
    assertThat(later.nightShare()).isCloseTo(10 / 11.0, within(1e-12));
    assertThat(later.firstContactShare()).isCloseTo(10 / 11.0, within(1e-12));
    assertThat(later.perHour()).isEqualTo(1);

    activity.sent("+8613800000001", NOON.plus(Duration.ofDays(1)), false);
    assertThat(activity.behaviour(BehaviourLimits.STANDARD).perDay()).isEqualTo(2);
    assertThat(activity.behaviour(BehaviourLimits.STANDARD).recipients()).isEqualTo(1);

    activity.sent("+8613800000001", NOON.plus(Duration.ofDays(9)), false);
    assertThat(activity.behaviour(BehaviourLimits.STANDARD).perDay()).isEqualTo(1);
  }

  @Test
  void anHourCountsTheBusierOfTheLastTwo() {
    Activity activity = Activity.begun(NOON);
    for (int i = 0; i < 5; i++) {
      activity.sent("+8613800000001", NOON, false);
    }
    activity.sent("+8613800000001", NOON.plus(Duration.ofHours(1)), false);
    assertThat(activity.behaviour(BehaviourLimits.STANDARD).perHour()).isEqualTo(5);

    activity.sent("+8613800000001", NOON.plus(Duration.ofHours(2)), false);
    assertThat(activity.behaviour(BehaviourLimits.STANDARD).perHour()).isEqualTo(1);
  }

  @Test
  void aBurstIsMeasuredAgainstTheSendersOwnPast() {
    Activity steady = Activity.begun(NOON);
    Activity sudden = Activity.begun(NOON);
    for (int hour = 0; hour < 24 * 7; hour++) {
      for (int i = 0; i < 10; i++) {
        steady.sent("+8613800000001", NOON.plus(Duration.ofHours(hour)), false);
      }
      sudden.sent("+8613800000001", NOON.plus(Duration.ofHours(hour)), false);
    }
    for (int i = 0; i < 100; i++) {
      sudden.sent("+8613800000001", NOON.plus(Duration.ofDays(7)), false);
    }

    assertThat(steady.behaviour(BehaviourLimits.STANDARD).burst()).isCloseTo(1, within(0.05));
    assertThat(sudden.behaviour(BehaviourLimits.STANDARD).burst()).isCloseTo(100, within(5.0));
  }

  @Test
  void aNewSenderHasNoPastToBurstFrom() {
    Activity activity = Activity.begun(NOON);
    for (int i = 0; i < 1000; i++) {
      activity.sent("+8613800000001", NOON, false);
    }

    assertThat(activity.behaviour(BehaviourLimits.STANDARD).burst()).isZero();
  }

  @Test
  void answersAreAShareOfRecipients() {
    Activity activity = Activity.begun(NOON);
    for (int i = 0; i < 10; i++) {
      activity.sent("+861380000000" + i, NOON, false);
    }
    activity.answered(NOON.plusSeconds(60));
    activity.answered(NOON.minusSeconds(60));
    activity.answered(NOON.minus(Duration.ofDays(2)));

    assertThat(activity.behaviour(BehaviourLimits.STANDARD).answers()).isEqualTo(2);
    assertThat(activity.behaviour(BehaviourLimits.STANDARD).replyRatio()).isEqualTo(0.2);
    assertThat(Behaviour.UNKNOWN.replyRatio()).isZero();
  }

  @Test
  void nightIsWhereTheRecipientIs() {
    LocalNight night = new LocalNight(BehaviourLimits.STANDARD);

    // 20:00 in China, 12:00 in Portugal.
    assertThat(night.at("+8613800000001", NOON)).isFalse();
    assertThat(night.at("+8613800000002", NOON.plus(Duration.ofHours(1)))).isTrue();
    assertThat(night.at("+8613800000003", NOON.plus(Duration.ofHours(12)))).isFalse();
    assertThat(night.at("+447400123456", NOON.plus(Duration.ofHours(1)))).isFalse();
    assertThat(night.at("+447400123456", NOON.plus(Duration.ofHours(14)))).isTrue();
    assertThat(night.at("10086", NOON.plus(Duration.ofHours(1)))).isFalse();
  }
}
