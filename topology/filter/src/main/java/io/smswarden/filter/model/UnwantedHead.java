package io.smswarden.filter.model;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Trains the head for wanted or unwanted: a machine on rows scaled by how much each bucket tells,
 * its margins made log-odds by texts that the fold's machine did not see.
 */
final class UnwantedHead {

  private static final int FOLDS = 5;
  private static final double COST = 4;

  private final Material material;
  private final Rows rows;
  private final boolean[] unwanted;
  private final double[] costs;
  private final int bits;
  private final long seed;

  UnwantedHead(Material material, int bits, long seed) {
    this.material = material;
    this.rows = Rows.of(material.all(), bits);
    this.unwanted = new boolean[rows.size()];
    this.costs = new double[rows.size()];
    for (int row = 0; row < unwanted.length; row++) {
      unwanted[row] = material.all().get(row).unwanted();
      costs[row] = COST * material.all().get(row).weight();
    }
    this.bits = bits;
    this.seed = seed;
  }

  Head head() {
    Calibration calibration = calibration(unseenMargins());
    int[] everyRow = IntStream.range(0, rows.size()).toArray();
    float[] scale = scale(everyRow);
    SupportVectors machine = machine(rows.scaled(scale), everyRow);
    float[] weights = machine.weights();
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= scale[i] * (float) calibration.slope();
    }
    double bias = calibration.slope() * machine.bias() + calibration.offset();
    return new Head(bits, Quantised.of(weights), new double[] {bias});
  }

  /** Log-odds of the texts as they are, each by a machine that did not see it. */
  double[] unseenLogits() {
    double[] margins = unseenMargins();
    Calibration calibration = calibration(margins);
    return Arrays.stream(margins)
        .map(margin -> calibration.slope() * margin + calibration.offset())
        .toArray();
  }

  private Calibration calibration(double[] margins) {
    boolean[] labels = Arrays.copyOf(unwanted, margins.length);
    double[] weights =
        material.all().stream().limit(margins.length).mapToDouble(Example::weight).toArray();
    return Calibration.fit(margins, labels, weights).movedToBestF1(margins, labels, weights);
  }

  private double[] unseenMargins() {
    int[] folds = material.folds(FOLDS);
    double[] margins = new double[material.originals()];
    IntStream.range(0, FOLDS).parallel().forEach(held -> margins(held, folds, margins));
    return margins;
  }

  /** Fills in the margins of a fold, by the machine of all others. */
  private void margins(int held, int[] folds, double[] margins) {
    int[] others = IntStream.range(0, folds.length).filter(r -> folds[r] != held).toArray();
    Rows scaled = rows.scaled(scale(others));
    SupportVectors machine = machine(scaled, others);
    for (int row = 0; row < margins.length; row++) {
      if (folds[row] == held) {
        margins[row] = machine.margin(scaled, row);
      }
    }
  }

  private float[] scale(int[] use) {
    return NaiveBayesScale.of(rows, unwanted, use, 1 << bits);
  }

  private SupportVectors machine(Rows scaled, int[] use) {
    return SupportVectors.train(scaled, unwanted, use, 1 << bits, costs, seed);
  }
}
