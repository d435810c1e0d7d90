package io.smswarden.filter.model;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/** Multinomial logistic regression over the categories, trained by AdaGrad (Duchi et al. 2011). */
final class CategoryHead {

  private static final int LANES = CategoryScores.LANES;
  private static final int PASSES = 12;
  private static final double RATE = 0.5;

  private final float[] weights;
  private final double[] biases = new double[LANES];

  private CategoryHead(int dimensions) {
    weights = new float[dimensions * LANES];
  }

  /**
   * Trains on the rows whose category is known.
   *
   * @param categories lane of the category, by row; negative when not known
   */
  static CategoryHead train(Rows rows, int[] categories, int dimensions, long seed) {
    CategoryHead head = new CategoryHead(dimensions);
    int[] use = IntStream.range(0, rows.size()).filter(r -> categories[r] >= 0).toArray();
    head.descend(rows, categories, use, new Random(seed));
    return head;
  }

  private void descend(Rows rows, int[] categories, int[] use, Random random) {
    double[] importance = importance(categories, use);
    float[] squares = new float[weights.length];
    Arrays.fill(squares, 1e-3f);
    double[] biasSquares = new double[LANES];
    Arrays.fill(biasSquares, 1e-3);
    double[] p = new double[LANES];
    for (int pass = 0; pass < PASSES; pass++) {
      SupportVectors.shuffle(use, random);
      for (int row : use) {
        probabilities(rows, row, p);
        for (int lane = 0; lane < LANES; lane++) {
          double error =
              (p[lane] - (lane == categories[row] ? 1 : 0)) * importance[categories[row]];
          if (Math.abs(error) > 1e-3) {
            update(rows, row, lane, error, squares);
            biasSquares[lane] += error * error;
            biases[lane] -= RATE * error / Math.sqrt(biasSquares[lane]);
          }
        }
      }
    }
  }

  private void update(Rows rows, int row, int lane, double error, float[] squares) {
    int[] bucket = rows.buckets(row);
    float[] value = rows.values(row);
    for (int k = 0; k < bucket.length; k++) {
      int at = bucket[k] * LANES + lane;
      float gradient = (float) (error * value[k]);
      squares[at] += gradient * gradient;
      weights[at] -= (float) (RATE * gradient / Math.sqrt(squares[at]));
    }
  }

  private void probabilities(Rows rows, int row, double[] p) {
    System.arraycopy(biases, 0, p, 0, LANES);
    int[] bucket = rows.buckets(row);
    float[] value = rows.values(row);
    for (int k = 0; k < bucket.length; k++) {
      for (int lane = 0; lane < LANES; lane++) {
        p[lane] += weights[bucket[k] * LANES + lane] * value[k];
      }
    }
    double max = Arrays.stream(p).max().orElseThrow();
    double sum = 0;
    for (int lane = 0; lane < LANES; lane++) {
      p[lane] = Math.exp(p[lane] - max);
      sum += p[lane];
    }
    for (int lane = 0; lane < LANES; lane++) {
      p[lane] /= sum;
    }
  }

  /** Rare categories count for more: the root of the inverse share, so that none drowns. */
  private static double[] importance(int[] categories, int[] use) {
    double[] counts = new double[LANES];
    for (int row : use) {
      counts[categories[row]]++;
    }
    double[] importance = new double[LANES];
    for (int lane = 0; lane < LANES; lane++) {
      importance[lane] = Math.sqrt(use.length / (LANES * Math.max(1, counts[lane])));
    }
    return importance;
  }

  float[] weights() {
    return weights;
  }

  double[] biases() {
    return biases.clone();
  }
}
