package io.smswarden.filter.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetricsTest {

  private static Scored spam(double score) {
    return new Scored(true, score, score >= 0.5);
  }

  private static Scored ham(double score) {
    return new Scored(false, score, score >= 0.5);
  }

  /** Ranking: spam .9, ham .8, spam .6, spam .4, ham .2. */
  private static final Metrics SMALL =
      Metrics.of(List.of(spam(0.9), ham(0.8), spam(0.6), spam(0.4), ham(0.2)));

  @Test
  void countsFlaggedMessagesForPrecisionRecallAndF1() {
    assertThat(SMALL.precision()).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(SMALL.recall()).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(SMALL.f1()).isCloseTo(2 / 3.0, within(1e-12));
  }

  @Test
  void theAreaIsTheShareOfPairsInTheRightOrder() {
    // 0.9 beats both hams, 0.6 and 0.4 beat one each: 4 of 6 pairs.
    assertThat(SMALL.rocAuc()).isCloseTo(4 / 6.0, within(1e-12));
  }

  @Test
  void tiedPairsCountHalf() {
    assertThat(Metrics.of(List.of(spam(0.7), ham(0.7))).rocAuc()).isEqualTo(0.5);
  }

  @Test
  void averagePrecisionSumsPrecisionOverTheStepsOfRecall() {
    // Recall rises by 1/3 at precisions 1/1, 2/3 and 3/4.
    assertThat(SMALL.averagePrecision()).isCloseTo((1 + 2 / 3.0 + 3 / 4.0) / 3, within(1e-12));
  }

  @Test
  void recallAtARateAllowsThatShareOfHamAndNoMore() {
    List<Scored> scored = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      scored.add(ham(i < 1 ? 0.95 : i < 5 ? 0.85 : 0.1));
    }
    for (int i = 0; i < 10; i++) {
      scored.add(spam(i < 4 ? 0.99 : i < 7 ? 0.9 : i < 9 ? 0.8 : 0.05));
    }
    Metrics metrics = Metrics.of(scored);
    assertThat(metrics.recallAtFpr01()).isEqualTo(0.7);
    assertThat(metrics.recallAtFpr05()).isEqualTo(0.9);
  }

  @Test
  void calibrationErrorIsTheWeightedGapOfTheBins() {
    // Bin [0.9,1]: two of mean 0.95, one spam; bin [0,0.1): two of mean 0.05, no spam.
    Metrics metrics = Metrics.of(List.of(spam(0.95), ham(0.95), ham(0.05), ham(0.05)));
    assertThat(metrics.expectedCalibrationError())
        .isCloseTo(0.5 * 0.45 + 0.5 * 0.05, within(1e-12));
  }

  @Test
  void whatSpamAloneCannotTellIsNaN() {
    Metrics metrics = Metrics.of(List.of(spam(0.9), spam(0.3)));
    assertThat(metrics.rocAuc()).isNaN();
    assertThat(metrics.recallAtFpr01()).isNaN();
    assertThat(metrics.recall()).isEqualTo(0.5);
  }
}
