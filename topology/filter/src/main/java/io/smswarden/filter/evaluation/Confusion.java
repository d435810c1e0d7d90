package io.smswarden.filter.evaluation;

import io.smswarden.filter.verdict.Category;
import java.util.EnumMap;
import java.util.Map;

/** How often messages of each category were taken for each: those whose category is known. */
public final class Confusion {

  private final Map<Category, Map<Category, Integer>> counts = new EnumMap<>(Category.class);

  /** Counts a message of a category that was taken for another, or for the same. */
  public void add(Category actual, Category given) {
    counts
        .computeIfAbsent(actual, c -> new EnumMap<>(Category.class))
        .merge(given, 1, Integer::sum);
  }

  /** How many messages of a category were taken for another. */
  public int count(Category actual, Category given) {
    return counts.getOrDefault(actual, Map.of()).getOrDefault(given, 0);
  }

  /** How many messages are of a category. */
  public int of(Category actual) {
    return counts.getOrDefault(actual, Map.of()).values().stream().mapToInt(n -> n).sum();
  }

  /** How many messages were taken for a category. */
  public int given(Category given) {
    return counts.keySet().stream().mapToInt(actual -> count(actual, given)).sum();
  }

  /** 2PR/(P+R) of a category; NaN when no message is of it. */
  public double f1(Category category) {
    int of = of(category);
    return of == 0 ? Double.NaN : 2.0 * count(category, category) / (of + given(category));
  }

  /** The mean of the F1 of the categories that any message is of; NaN without any. */
  public double macroF1() {
    return counts.keySet().stream().mapToDouble(this::f1).average().orElse(Double.NaN);
  }
}
