package io.smswarden.filter.model;

import io.smswarden.filter.text.TextViews;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Trains the head for wanted or unwanted: a machine on rows scaled by how much each bucket tells,
 * its margins made log-odds by texts that the fold's machine did not see. Near-duplicates (same
 * first words) stay in one fold.
 */
final class UnwantedHead {

  private static final int FOLDS = 5;
  private static final double COST = 4;
  private static final int SAME_HEAD = 12;

  private final Rows rows;
  private final boolean[] unwanted;
  private final double[] costs;
  private final int dimensions;
  private final long seed;

  private UnwantedHead(Rows rows, boolean[] unwanted, double[] costs, int dimensions, long seed) {
    this.rows = rows;
    this.unwanted = unwanted;
    this.costs = costs;
    this.dimensions = dimensions;
    this.seed = seed;
  }

  static Head train(Rows rows, List<Example> examples, int bits, long seed) {
    boolean[] unwanted = new boolean[examples.size()];
    double[] costs = new double[examples.size()];
    for (int row = 0; row < unwanted.length; row++) {
      unwanted[row] = examples.get(row).unwanted();
      costs[row] = COST * examples.get(row).weight();
    }
    UnwantedHead head = new UnwantedHead(rows, unwanted, costs, 1 << bits, seed);
    Calibration calibration = Calibration.fit(head.unseenMargins(folds(examples)), unwanted);
    int[] everyRow = IntStream.range(0, rows.size()).toArray();
    float[] scale = head.scale(everyRow);
    SupportVectors machine = head.machine(rows.scaled(scale), everyRow);
    float[] weights = machine.weights();
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= scale[i] * (float) calibration.slope();
    }
    double bias = calibration.slope() * machine.bias() + calibration.offset();
    return new Head(bits, Quantised.of(weights), new double[] {bias});
  }

  private double[] unseenMargins(int[] folds) {
    double[] margins = new double[rows.size()];
    for (int fold = 0; fold < FOLDS; fold++) {
      int held = fold;
      int[] others = IntStream.range(0, folds.length).filter(r -> folds[r] != held).toArray();
      Rows scaled = rows.scaled(scale(others));
      SupportVectors machine = machine(scaled, others);
      for (int row = 0; row < folds.length; row++) {
        if (folds[row] == held) {
          margins[row] = machine.margin(scaled, row);
        }
      }
    }
    return margins;
  }

  private float[] scale(int[] use) {
    return NaiveBayesScale.of(rows, unwanted, use, dimensions);
  }

  private SupportVectors machine(Rows scaled, int[] use) {
    return SupportVectors.train(scaled, unwanted, use, dimensions, costs, seed);
  }

  private static int[] folds(List<Example> examples) {
    TextViews views = new TextViews();
    int[] folds = new int[examples.size()];
    for (int i = 0; i < folds.length; i++) {
      views.read(examples.get(i).text());
      int end = Math.min(SAME_HEAD, views.model().length());
      folds[i] = Math.floorMod(views.model().subSequence(0, end).toString().hashCode() * 31, FOLDS);
    }
    return folds;
  }
}
