package io.smswarden.filter.model;

import java.util.stream.IntStream;

/**
 * The category head: one machine a category against all others, on the rows whose category is
 * known. Errors on a rare category cost more: the root of its inverse share.
 */
final class CategoryHead {

  private static final int LANES = CategoryScores.LANES;

  /** A margin in log-odds, so that signals' weights count beside it. */
  private static final double SCALE = 3;

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
  static CategoryHead train(
      Rows rows, int[] categories, int dimensions, double[] costs, long seed) {
    CategoryHead head = new CategoryHead(dimensions);
    int[] use = IntStream.range(0, rows.size()).filter(row -> categories[row] >= 0).toArray();
    for (int lane = 0; lane < LANES; lane++) {
      head.train(lane, rows, categories, use, dimensions, costs, seed);
    }
    return head;
  }

  private void train(
      int lane, Rows rows, int[] categories, int[] use, int dimensions, double[] costs, long seed) {
    boolean[] own = new boolean[rows.size()];
    int size = 0;
    for (int row : use) {
      own[row] = categories[row] == lane;
      size += own[row] ? 1 : 0;
    }
    if (size == 0) {
      biases[lane] = -SCALE;
      return;
    }
    double rarity = Math.sqrt(use.length / ((double) LANES * size));
    double[] laneCosts = costs.clone();
    for (int row : use) {
      laneCosts[row] *= own[row] ? Math.max(1, rarity) : 1;
    }
    SupportVectors machine = SupportVectors.train(rows, own, use, dimensions, laneCosts, seed);
    float[] learnt = machine.weights();
    for (int bucket = 0; bucket < dimensions; bucket++) {
      weights[bucket * LANES + lane] = (float) (SCALE * learnt[bucket]);
    }
    biases[lane] = SCALE * machine.bias();
  }

  float[] weights() {
    return weights;
  }

  double[] biases() {
    return biases.clone();
  }
}
