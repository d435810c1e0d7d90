package io.smswarden.filter.model;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Makes log-odds of margins: slope * margin + offset, fitted by maximum likelihood (Platt 1999,
 * with Newton's method of Lin, Lin and Weng, "A note on Platt's probabilistic outputs", 2007).
 */
record Calibration(double slope, double offset) {

  private static final int MAX_STEPS = 100;
  private static final double RIDGE = 1e-9;

  static Calibration fit(double[] margins, boolean[] unwanted) {
    double slope = 1;
    double offset = 0;
    for (int step = 0; step < MAX_STEPS; step++) {
      double gradientSlope = 0;
      double gradientOffset = 0;
      double h11 = RIDGE;
      double h12 = 0;
      double h22 = RIDGE;
      for (int i = 0; i < margins.length; i++) {
        double p = 1 / (1 + Math.exp(-(slope * margins[i] + offset)));
        double error = p - (unwanted[i] ? 1 : 0);
        double variance = p * (1 - p);
        gradientSlope += error * margins[i];
        gradientOffset += error;
        h11 += variance * margins[i] * margins[i];
        h12 += variance * margins[i];
        h22 += variance;
      }
      double determinant = h11 * h22 - h12 * h12;
      double stepSlope = (h22 * gradientSlope - h12 * gradientOffset) / determinant;
      double stepOffset = (h11 * gradientOffset - h12 * gradientSlope) / determinant;
      slope -= stepSlope;
      offset -= stepOffset;
      if (Math.abs(stepSlope) + Math.abs(stepOffset) < 1e-9) {
        break;
      }
    }
    return new Calibration(slope, offset);
  }

  /**
   * The same with log-odds of 0 where F1 is best: at half of the best F1 as a probability (Lipton,
   * Elkan and Naryanaswamy, "Optimal Thresholding of Classifiers to Maximize F1 Measure", ECML
   * 2014, theorem 1). For an F1 of 0.9 that moves log-odds by 0.2.
   */
  Calibration movedToBestF1(double[] margins, boolean[] unwanted) {
    double half = bestF1(margins, unwanted) / 2;
    return new Calibration(slope, offset - Math.log(half / (1 - half)));
  }

  private static double bestF1(double[] margins, boolean[] unwanted) {
    Integer[] falling = new Integer[margins.length];
    Arrays.setAll(falling, i -> i);
    Arrays.sort(falling, Comparator.comparingDouble(i -> -margins[i]));
    int spam = 0;
    for (boolean one : unwanted) {
      spam += one ? 1 : 0;
    }
    int caught = 0;
    double best = 0;
    for (int flagged = 1; flagged <= falling.length; flagged++) {
      caught += unwanted[falling[flagged - 1]] ? 1 : 0;
      best = Math.max(best, 2.0 * caught / (spam + flagged));
    }
    return best;
  }
}
