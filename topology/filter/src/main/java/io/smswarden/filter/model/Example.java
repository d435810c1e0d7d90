package io.smswarden.filter.model;

import io.smswarden.filter.verdict.Category;
import java.util.Objects;
import java.util.Optional;

/**
 * A labelled text to learn from.
 *
 * @param text the message
 * @param unwanted whether it is spam
 * @param category of what kind it is; empty when the label does not tell
 * @param weight what taking it for the other kind costs, against 1 for a usual one; its category
 *     counts fully
 * @param variants how many paraphrases of it are learnt beside it
 */
public record Example(
    String text, boolean unwanted, Optional<Category> category, double weight, int variants) {

  /** A text that is learnt as it is. */
  public Example(String text, boolean unwanted, Optional<Category> category, double weight) {
    this(text, unwanted, category, weight, 0);
  }

  public Example {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(category, "category");
    if (!(weight > 0)) {
      throw new IllegalArgumentException("the weight of a text is above 0, not " + weight);
    }
  }

  @Override
  public String toString() {
    return "Example[" + text.length() + " units, unwanted=" + unwanted + ", " + category + "]";
  }
}
