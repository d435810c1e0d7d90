package io.smswarden.app.config;

import java.util.Collection;
import java.util.Comparator;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds what was probably meant. */
final class Nearest {

  private Nearest() {}

  /** The word with the fewest letters to change, of at least one. */
  static String of(String wrong, Collection<String> words) {
    LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
    return words.stream()
        .min(Comparator.comparingInt(word -> distance.apply(wrong, word)))
        .orElseThrow();
  }
}
