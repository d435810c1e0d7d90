package io.smswarden.filter.model;

import io.smswarden.filter.text.TextViews;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Trains the category head: one machine a category against all others, on the rows whose category
 * is known, scaled by how much each bucket tells of it. Errors on a rare category cost more: the
 * root of its inverse share.
 */
final class CategoryHead {

  private static final int LANES = CategoryScores.LANES;
  private static final double COST = 2;
  private static final int FOLDS = 5;

  /** A margin in log-odds, so that signals' weights count beside it. */
  private static final double SCALE = 3;

  private final int bits;
  private final float[] weights;
  private final double[] biases = new double[LANES];

  private CategoryHead(int bits) {
    this.bits = bits;
    weights = new float[LANES << bits];
  }

  /**
   * Trains on the rows whose category is known.
   *
   * @param categories lane of the category, by row; negative when not known
   */
  static Head train(Rows rows, int[] categories, int bits, long seed) {
    CategoryHead head = new CategoryHead(bits);
    int[] use = IntStream.range(0, rows.size()).filter(row -> categories[row] >= 0).toArray();
    // Each lane has weights and shuffles of its own: in whatever order, the same come out.
    IntStream.range(0, LANES)
        .parallel()
        .forEach(lane -> head.train(lane, rows, categories, use, seed));
    return new Head(bits, Quantised.of(head.weights), head.biases);
  }

  /** Scores of the texts as they are, each by machines that did not see it. */
  static List<CategoryScores> unseenScores(
      Material material, int[] categories, int bits, long seed) {
    Rows rows = Rows.of(material.all(), bits);
    int[] folds = material.folds(FOLDS);
    List<CategoryScores> scores = new ArrayList<>();
    for (int row = 0; row < material.originals(); row++) {
      scores.add(new CategoryScores());
    }
    TextViews views = new TextViews();
    Grams grams = new Grams();
    for (int fold = 0; fold < FOLDS; fold++) {
      int held = fold;
      int[] others =
          IntStream.range(0, folds.length)
              .map(row -> folds[row] == held ? -1 : categories[row])
              .toArray();
      Head head = train(rows, others, bits, seed);
      for (int row = 0; row < material.originals(); row++) {
        if (folds[row] == held) {
          views.read(material.all().get(row).text());
          grams.take(views);
          head.outputs(grams, scores.get(row).lanes());
        }
      }
    }
    return scores;
  }

  private void train(int lane, Rows rows, int[] categories, int[] use, long seed) {
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
    double rarity = Math.max(1, Math.sqrt(use.length / ((double) LANES * size)));
    double[] costs = new double[rows.size()];
    for (int row : use) {
      costs[row] = COST * (own[row] ? rarity : 1);
    }
    float[] scale = NaiveBayesScale.of(rows, own, use, 1 << bits);
    SupportVectors machine =
        SupportVectors.train(rows.scaled(scale), own, use, 1 << bits, costs, seed);
    float[] learnt = machine.weights();
    for (int bucket = 0; bucket < learnt.length; bucket++) {
      weights[bucket * LANES + lane] = (float) (SCALE * learnt[bucket] * scale[bucket]);
    }
    biases[lane] = SCALE * machine.bias();
  }
}
