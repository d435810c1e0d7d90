package io.smswarden.filter.evaluation;

import io.smswarden.filter.verdict.Category;
import java.util.Objects;
import java.util.Optional;

/**
 * A message whose label is known.
 *
 * @param unwanted whether it is labelled spam
 * @param source the collection it comes from
 * @param category of what kind it is; empty when the label does not tell
 * @param text its text
 */
public record LabelledMessage(
    boolean unwanted, String source, Optional<Category> category, String text) {

  public LabelledMessage {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(category, "category");
    Objects.requireNonNull(text, "text");
  }

  @Override
  public String toString() {
    return "LabelledMessage[" + (unwanted ? "spam, " : "ham, ") + source + ", " + category + "]";
  }
}
