package io.smswarden.filter.model;

import io.smswarden.filter.text.TextViews;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Trains a {@link TextModel}: the same texts in the same order and the same seed give the same.
 * Half of the spam and a few of the others are learnt once more as rewritten to slip past filters,
 * and texts that want it in other words; log-odds are calibrated without those.
 */
public final class TextModelTrainer {

  private static final int CHINESE_BITS = 21;
  private static final int OTHER_BITS = 20;
  private static final int FEWER_CATEGORY_BITS = 3;
  private static final double REWRITTEN_SPAM = 0.5;
  private static final double REWRITTEN_HAM = 0.1;

  /** What a paraphrase counts against the text itself. */
  private static final double PARAPHRASE_WEIGHT = 0.5;

  private final long seed;
  private final Rewriting evasion;
  private final Rewriting paraphrase;

  /** Another way to write a text. */
  @FunctionalInterface
  public interface Rewriting {

    /** The text rewritten; the same text and seed give the same. */
    String rewrite(String text, long seed);
  }

  /**
   * A text and what a model says of it that did not learn it.
   *
   * @param logit calibrated log-odds that it is unwanted
   * @param scores of the categories
   */
  public record Unseen(Example example, double logit, CategoryScores scores) {}

  /**
   * A trainer whose shuffles and rewritings follow the seed.
   *
   * @param evasion writes a text as senders do to slip past filters
   * @param paraphrase says a text in other words
   */
  public TextModelTrainer(long seed, Rewriting evasion, Rewriting paraphrase) {
    this.seed = seed;
    this.evasion = evasion;
    this.paraphrase = paraphrase;
  }

  /**
   * Trains on labelled texts. Without both spam and ham in Chinese, or in other scripts, texts of
   * those are let through.
   *
   * @throws IllegalArgumentException when there are not both wanted and unwanted texts of one
   *     script
   */
  public TextModel train(List<Example> examples) {
    Map<Boolean, List<Example>> parts = byScript(examples);
    return new TextModel(part(parts.get(true), CHINESE_BITS), part(parts.get(false), OTHER_BITS));
  }

  /**
   * What models say of texts they did not learn: each text is left out of one of several trainings,
   * near-duplicates with it.
   *
   * @return each example of a script that has both kinds, with its figures
   */
  public List<Unseen> unseen(List<Example> examples) {
    Map<Boolean, List<Example>> parts = byScript(examples);
    List<Unseen> all = new ArrayList<>();
    for (boolean chinese : new boolean[] {true, false}) {
      List<Example> part = parts.get(chinese);
      if (hasBoth(part)) {
        int bits = chinese ? CHINESE_BITS : OTHER_BITS;
        Material material = withRewritten(part);
        double[] logits = new UnwantedHead(material, bits, seed).unseenLogits();
        List<CategoryScores> scores =
            CategoryHead.unseenScores(material, categories(material), categoryBits(bits), seed);
        for (int i = 0; i < logits.length; i++) {
          all.add(new Unseen(part.get(i), logits[i], scores.get(i)));
        }
      }
    }
    return all;
  }

  private static Map<Boolean, List<Example>> byScript(List<Example> examples) {
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
    return parts;
  }

  private TextModel.Part part(List<Example> examples, int bits) {
    if (!hasBoth(examples)) {
      double[] biases = {TextModel.NOTHING_TO_JUDGE};
      double[] none = new double[CategoryScores.LANES];
      return new TextModel.Part(
          new Head(1, Quantised.of(new float[2]), biases),
          new Head(1, Quantised.of(new float[2 * none.length]), none));
    }
    Material material = withRewritten(examples);
    int categoryBits = categoryBits(bits);
    return new TextModel.Part(
        new UnwantedHead(material, bits, seed).head(),
        CategoryHead.train(
            Rows.of(material.all(), categoryBits), categories(material), categoryBits, seed));
  }

  private static int categoryBits(int bits) {
    return bits - FEWER_CATEGORY_BITS;
  }

  /** By text the lane of its category; -1 when not known. */
  private static int[] categories(Material material) {
    return material.all().stream()
        .mapToInt(example -> example.category().map(CategoryScores::lane).orElse(-1))
        .toArray();
  }

  private Material withRewritten(List<Example> examples) {
    Random random = new Random(seed);
    List<Example> all = new ArrayList<>(examples);
    List<Integer> origins = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      Example example = examples.get(i);
      Set<String> others = new LinkedHashSet<>();
      if (random.nextDouble() < (example.unwanted() ? REWRITTEN_SPAM : REWRITTEN_HAM)) {
        others.add(evasion.rewrite(example.text(), seed));
      }
      addOthers(example, others, example.weight(), i, all, origins);
      others.clear();
      for (int variant = 1; variant <= example.variants(); variant++) {
        others.add(paraphrase.rewrite(example.text(), seed + variant));
      }
      addOthers(example, others, example.weight() * PARAPHRASE_WEIGHT, i, all, origins);
    }
    return new Material(all, examples.size(), origins);
  }

  private static void addOthers(
      Example of,
      Set<String> texts,
      double weight,
      int origin,
      List<Example> all,
      List<Integer> origins) {
    for (String text : texts) {
      if (!text.equals(of.text())) {
        all.add(new Example(text, of.unwanted(), of.category(), weight));
        origins.add(origin);
      }
    }
  }

  private static boolean hasBoth(List<Example> examples) {
    return examples.stream().map(Example::unwanted).distinct().count() == 2;
  }
}
