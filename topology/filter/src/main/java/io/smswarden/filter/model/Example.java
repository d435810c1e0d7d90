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
 */
public record Example(String text, boolean unwanted, Optional<Category> category) {

  public Example {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(category, "category");
  }

  @Override
  public String toString() {
    return "Example[" + text.length() + " units, unwanted=" + unwanted + ", " + category + "]";
  }
}
