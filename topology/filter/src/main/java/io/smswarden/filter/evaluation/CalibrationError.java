package io.smswarden.filter.evaluation;

import java.util.List;

/**
 * Expected calibration error with ten bins of equal width (Guo et al., "On Calibration of Modern
 * Neural Networks", ICML 2017, eq. 3): the mean, weighted by the bins' sizes, of the distance
 * between the mean score and the share of spam in a bin.
 */
final class CalibrationError {

  private static final int BINS = 10;

  private CalibrationError() {}

  static double of(List<Scored> scored) {
    double[] scores = new double[BINS];
    double[] spam = new double[BINS];
    for (Scored message : scored) {
      int bin = Math.min(BINS - 1, (int) (message.score() * BINS));
      scores[bin] += message.score();
      spam[bin] += message.unwanted() ? 1 : 0;
    }
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      error += Math.abs(scores[bin] - spam[bin]);
    }
    return error / scored.size();
  }
}
