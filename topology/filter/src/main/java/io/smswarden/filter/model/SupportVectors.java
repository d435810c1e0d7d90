package io.smswarden.filter.model;

import java.util.Arrays;
import java.util.Random;

/**
 * A linear classifier with squared hinge loss, trained by dual coordinate descent (Hsieh et al., "A
 * Dual Coordinate Descent Method for Large-scale Linear SVM", ICML 2008, algorithm 1).
 */
final class SupportVectors {

  private static final int MAX_PASSES = 60;
  private static final double TOLERANCE = 0.02;

  private final float[] weights;
  private double bias;

  private SupportVectors(int dimensions) {
    weights = new float[dimensions];
  }

  /**
   * Trains on some of the rows.
   *
   * @param costs penalty of an error by row, liblinear's C times the row's weight
   * @param use the rows to train on
   */
  static SupportVectors train(
      Rows rows, boolean[] unwanted, int[] use, int dimensions, double[] costs, long seed) {
    SupportVectors machine = new SupportVectors(dimensions);
    double[] diagonal = new double[rows.size()];
    for (int row : use) {
      diagonal[row] = 1 / (2 * costs[row]);
    }
    machine.descend(rows, unwanted, use, diagonal, new Random(seed));
    return machine;
  }

  private void descend(Rows rows, boolean[] unwanted, int[] use, double[] diagonal, Random random) {
    double[] alpha = new double[rows.size()];
    double[] curvature = new double[rows.size()];
    for (int row : use) {
      curvature[row] = rows.squaredNorm(row) + 1 + diagonal[row];
    }
    int[] order = Arrays.copyOf(use, use.length);
    for (int pass = 0; pass < MAX_PASSES; pass++) {
      shuffle(order, random);
      double worst = 0;
      for (int row : order) {
        double y = unwanted[row] ? 1 : -1;
        double gradient = y * margin(rows, row) - 1 + alpha[row] * diagonal[row];
        double projected = alpha[row] == 0 ? Math.min(gradient, 0) : gradient;
        worst = Math.max(worst, Math.abs(projected));
        double next = Math.max(0, alpha[row] - gradient / curvature[row]);
        double step = (next - alpha[row]) * y;
        if (step != 0) {
          alpha[row] = next;
          bias += step;
          rows.add(row, step, weights);
        }
      }
      if (worst < TOLERANCE) {
        return;
      }
    }
  }

  double margin(Rows rows, int row) {
    return rows.dot(row, weights) + bias;
  }

  float[] weights() {
    return weights;
  }

  double bias() {
    return bias;
  }

  static void shuffle(int[] order, Random random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swap = order[i];
      order[i] = order[j];
      order[j] = swap;
    }
  }
}
