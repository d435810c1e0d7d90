package io.smswarden.filter.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IntervalsTest {

  private static List<Scored> messages(int count) {
    Random random = new Random(7);
    List<Scored> scored = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double score = random.nextDouble();
      scored.add(new Scored(random.nextDouble() < score, score, score >= 0.5));
    }
    return scored;
  }

  @Test
  void wilsonsIntervalIsThatOfTheTables() {
    Interval interval = Interval.ofShare(81, 263);
    assertThat(interval.low()).isCloseTo(0.2553, within(1e-4));
    assertThat(interval.high()).isCloseTo(0.3662, within(1e-4));
  }

  @Test
  void wilsonsIntervalStaysWithinZeroAndOne() {
    assertThat(Interval.ofShare(0, 10)).isEqualTo(new Interval(0, Interval.ofShare(0, 10).high()));
    assertThat(Interval.ofShare(10, 10).high()).isCloseTo(1, within(1e-9));
    assertThat(Interval.ofShare(10, 10).low()).isCloseTo(0.7225, within(1e-4));
    assertThat(Interval.ofShare(0, 0).low()).isNaN();
  }

  @Test
  void everyIntervalHoldsItsFigure() {
    List<Scored> scored = messages(400);
    Metrics figures = Metrics.of(scored);
    Intervals intervals = Intervals.of(scored);
    assertThat(figures.precision())
        .isBetween(intervals.precision().low(), intervals.precision().high());
    assertThat(figures.f1()).isBetween(intervals.f1().low(), intervals.f1().high());
    assertThat(figures.rocAuc()).isBetween(intervals.rocAuc().low(), intervals.rocAuc().high());
    assertThat(figures.averagePrecision())
        .isBetween(intervals.averagePrecision().low(), intervals.averagePrecision().high());
  }

  @Test
  void fourTimesTheMessagesHalveTheInterval() {
    Interval few = Intervals.of(messages(400)).rocAuc();
    Interval many = Intervals.of(messages(1600)).rocAuc();
    assertThat((many.high() - many.low()) / (few.high() - few.low())).isBetween(0.35, 0.7);
  }

  @Test
  void theSameMessagesGiveTheSameIntervals() {
    assertThat(Intervals.of(messages(100))).isEqualTo(Intervals.of(messages(100)));
  }

  @Test
  void aFigureThatOneLabelCannotGiveIsNoNumber() {
    List<Scored> spam = List.of(new Scored(true, 0.9, true), new Scored(true, 0.2, false));
    Intervals intervals = Intervals.of(spam);
    assertThat(intervals.rocAuc().low()).isNaN();
    assertThat(intervals.recallAtFpr01().high()).isNaN();
    assertThat(intervals.recall().low()).isGreaterThan(0);
  }
}
