package io.smswarden.filter.model;

import io.smswarden.filter.verdict.Category;
import java.util.Arrays;

/** A score for each category, the higher the likelier. A buffer to use again. */
public final class CategoryScores {

  /** How many categories there are. */
  static final int LANES = Category.values().length;

  private final double[] lanes = new double[LANES];

  /**
   * The place of a category's weights in a model, whose file names the categories in this order.
   */
  @SuppressWarnings("EnumOrdinal") // the file's order is checked when it is read
  static int lane(Category category) {
    return category.ordinal();
  }

  /** The score of a category. */
  public double of(Category category) {
    return lanes[lane(category)];
  }

  /** Adds to the score of a category. */
  public void add(Category category, double score) {
    lanes[lane(category)] += score;
  }

  /** Makes every score 0. */
  public void clear() {
    Arrays.fill(lanes, 0);
  }

  double[] lanes() {
    return lanes;
  }
}
