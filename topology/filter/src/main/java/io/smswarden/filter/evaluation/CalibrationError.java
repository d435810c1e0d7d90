package io.smswarden.filter.evaluation;

import java.util.List;

/**
 * Expected calibration error with ten bins of equal width (Guo et al., "On Calibration of Modern
 * Neural Networks", ICML 2017, eq. 3): the mean, weighted by the bins' sizes, of the distance
 * between the mean score and the share of spam in a bin.
 */
final class CalibrationError {

  private CalibrationError() {}

  static double of(List<Scored> scored) {
    return Reliability.bins(scored).stream()
            .mapToDouble(bin -> Math.abs(bin.scores() - bin.spam()))
            .sum()
        / scored.size();
  }
}
