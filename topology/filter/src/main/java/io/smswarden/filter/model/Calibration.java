package io.smswarden.filter.model;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Makes log-odds of margins: slope * margin + offset, fitted by maximum likelihood, each text as
 * many times as it weighs (Platt 1999, with Newton's method of Lin, Lin and Weng, "A note on
 * Platt's probabilistic outputs", 2007).
 */
record Calibration(double slope, double offset) {

  private static final int MAX_STEPS = 100;
  private static final double RIDGE = 1e-9;

  static Calibration fit(double[] margins, boolean[] unwanted, double[] weights) {
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
        double error = weights[i] * (p - (unwanted[i] ? 1 : 0));
        double variance = weights[i] * p * (1 - p);
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
  Calibration movedToBestF1(double[] margins, boolean[] unwanted, double[] weights) {
    double half = bestF1(margins, unwanted, weights) / 2;
    return new Calibration(slope, offset - Math.log(half / (1 - half)));
  }

  private static double bestF1(double[] margins, boolean[] unwanted, double[] weights) {
    Integer[] falling = new Integer[margins.length];
    Arrays.setAll(falling, i -> i);
    Arrays.sort(falling, Comparator.comparingDouble(i -> -margins[i]));
    double spam = 0;
    for (int i = 0; i < unwanted.length; i++) {
      spam += unwanted[i] ? weights[i] : 0;
    }
    double caught = 0;
    double flagged = 0;
    double best = 0;
    for (int i : falling) {
      flagged += weights[i];
      caught += unwanted[i] ? weights[i] : 0;
      best = Math.max(best, 2 * caught / (spam + flagged));
    }
    return best;
  }
}
