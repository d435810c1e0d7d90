package io.smswarden.filter.model;

import io.smswarden.filter.text.TextViews;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Trains a {@link TextModel}: the same texts in the same order and the same seed give the same. */
public final class TextModelTrainer {

  private static final int CHINESE_BITS = 20;
  private static final int OTHER_BITS = 19;
  private static final int CATEGORY_BITS = 16;

  private final long seed;

  /** A trainer whose shuffles follow the seed. */
  public TextModelTrainer(long seed) {
    this.seed = seed;
  }

  /**
   * Trains on labelled texts. Without both spam and ham in Chinese, or in other scripts, texts of
   * those are let through.
   *
   * @throws IllegalArgumentException when there are not both wanted and unwanted texts of one
   *     script
   */
  public TextModel train(List<Example> examples) {
    TextViews views = new TextViews();
    Map<Boolean, List<Example>> parts =
        examples.stream()
            .collect(
                Collectors.partitioningBy(
                    example -> {
                      views.read(example.text());
                      return views.chinese();
                    }));
    if (parts.values().stream().noneMatch(TextModelTrainer::hasBoth)) {
      throw new IllegalArgumentException("training needs both spam and ham");
    }
    return new TextModel(part(parts.get(true), CHINESE_BITS), part(parts.get(false), OTHER_BITS));
  }

  private TextModel.Part part(List<Example> examples, int bits) {
    if (!hasBoth(examples)) {
      double[] biases = {TextModel.NOTHING_TO_JUDGE};
      double[] none = new double[CategoryScores.LANES];
      return new TextModel.Part(
          new Head(1, Quantised.of(new float[2]), biases),
          new Head(1, Quantised.of(new float[2 * none.length]), none));
    }
    int[] categories =
        examples.stream()
            .mapToInt(example -> example.category().map(CategoryScores::lane).orElse(-1))
            .toArray();
    return new TextModel.Part(
        UnwantedHead.train(Rows.of(examples, bits), examples, bits, seed),
        CategoryHead.train(Rows.of(examples, CATEGORY_BITS), categories, CATEGORY_BITS, seed));
  }

  private static boolean hasBoth(List<Example> examples) {
    return examples.stream().map(Example::unwanted).distinct().count() == 2;
  }
}
