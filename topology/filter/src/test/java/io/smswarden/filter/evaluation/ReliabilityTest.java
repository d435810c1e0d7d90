package io.smswarden.filter.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReliabilityTest {

  private static final List<Scored> SCORED =
      List.of(
          new Scored(false, 0, false),
          new Scored(false, 0.05, false),
          new Scored(true, 0.1, false),
          new Scored(true, 0.92, true),
          new Scored(true, 1, true));

  @Test
  void aScoreFallsIntoTheBinThatStartsWithItAndOneIntoTheLast() {
    List<Reliability.Bin> bins = Reliability.bins(SCORED);
    assertThat(bins)
        .extracting(Reliability.Bin::messages)
        .containsExactly(2, 1, 0, 0, 0, 0, 0, 0, 0, 2);
    assertThat(bins.get(9).meanScore()).isCloseTo(0.96, within(1e-9));
    assertThat(bins.get(9).share()).isEqualTo(1);
    assertThat(bins.get(5).meanScore()).isNaN();
  }

  @Test
  void theCalibrationErrorIsTheMeanDistanceByMessage() {
    assertThat(CalibrationError.of(SCORED)).isCloseTo((0.05 + 0.9 + 0.08) / 5, within(1e-9));
  }

  @Test
  void precisionAtRecallIsThatOfTheHighestThresholdThatReachesIt() {
    Ranking ranking =
        Ranking.of(
            List.of(
                new Scored(true, 0.9, true),
                new Scored(false, 0.8, true),
                new Scored(true, 0.7, true),
                new Scored(false, 0.1, false)));
    assertThat(ranking.precisionAtRecall(0)).isEqualTo(1);
    assertThat(ranking.precisionAtRecall(0.5)).isEqualTo(1);
    assertThat(ranking.precisionAtRecall(0.51)).isCloseTo(2 / 3.0, within(1e-9));
  }
}
