package io.smswarden.filter.model;

import io.smswarden.filter.text.TextViews;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Trains a {@link TextModel}: deterministic with a seed. Log-odds are calibrated on texts that the
 * fold's machine did not see; near-duplicates (same first words) stay in one fold.
 */
public final class TextModelTrainer {

  private static final int HEAD_BITS = 21;
  private static final int CATEGORY_BITS = 17;
  private static final int FOLDS = 5;
  private static final double COST = 2;
  private static final double CATEGORY_COST = 4;
  private static final int SAME_HEAD = 12;

  private final long seed;

  /** A trainer whose shuffles follow the seed. */
  public TextModelTrainer(long seed) {
    this.seed = seed;
  }

  /**
   * Trains on labelled texts.
   *
   * @throws IllegalArgumentException when there are not both wanted and unwanted texts
   */
  public TextModel train(List<Example> examples) {
    boolean[] unwanted = new boolean[examples.size()];
    int[] categories = new int[examples.size()];
    for (int i = 0; i < unwanted.length; i++) {
      unwanted[i] = examples.get(i).unwanted();
      categories[i] = examples.get(i).category().map(CategoryScores::lane).orElse(-1);
    }
    if (examples.stream().map(Example::unwanted).distinct().count() < 2) {
      throw new IllegalArgumentException("training needs both spam and ham");
    }
    Rows rows = Rows.all(examples, HEAD_BITS);
    float[] scale = NaiveBayesScale.of(rows, unwanted, 1 << HEAD_BITS);
    rows.scale(scale);
    double[] costs = costs(examples, COST);
    int[] everyRow = IntStream.range(0, rows.size()).toArray();
    Calibration calibration =
        Calibration.fit(unseenMargins(rows, unwanted, costs, folds(examples)), unwanted);
    SupportVectors machine = machine(rows, unwanted, costs, everyRow);
    float[] weights = machine.weights();
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= scale[i] * (float) calibration.slope();
    }
    CategoryHead head =
        CategoryHead.train(
            Rows.words(examples, CATEGORY_BITS),
            categories,
            1 << CATEGORY_BITS,
            costs(examples, CATEGORY_COST),
            seed);
    return new TextModel(
        new TextModel.Head(HEAD_BITS, Quantised.of(weights)),
        calibration.slope() * machine.bias() + calibration.offset(),
        new TextModel.Head(CATEGORY_BITS, Quantised.of(head.weights())),
        head.biases());
  }

  private double[] unseenMargins(Rows rows, boolean[] unwanted, double[] costs, int[] folds) {
    double[] margins = new double[rows.size()];
    for (int fold = 0; fold < FOLDS; fold++) {
      int held = fold;
      int[] others = IntStream.range(0, folds.length).filter(r -> folds[r] != held).toArray();
      SupportVectors machine = machine(rows, unwanted, costs, others);
      for (int row = 0; row < folds.length; row++) {
        if (folds[row] == held) {
          margins[row] = machine.margin(rows, row);
        }
      }
    }
    return margins;
  }

  private SupportVectors machine(Rows rows, boolean[] unwanted, double[] costs, int[] use) {
    return SupportVectors.train(rows, unwanted, use, 1 << HEAD_BITS, costs, seed);
  }

  private static double[] costs(List<Example> examples, double cost) {
    return examples.stream().mapToDouble(example -> cost * example.weight()).toArray();
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
