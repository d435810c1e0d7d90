package io.smswarden.streams.statistics;

import io.smswarden.schemas.CategoryCounts;
import java.util.HashMap;
import java.util.Map;

/** Adds counts: in any order they come to the same. */
final class Sums {

  static final CategoryCounts NONE = new CategoryCounts(Map.of(), Map.of());

  private Sums() {}

  static CategoryCounts of(CategoryCounts one, CategoryCounts other) {
    return new CategoryCounts(
        sum(one.getWarnings(), other.getWarnings()),
        sum(one.getComplaints(), other.getComplaints()));
  }

  private static Map<String, Long> sum(Map<String, Long> one, Map<String, Long> other) {
    Map<String, Long> sum = new HashMap<>(one);
    other.forEach((category, count) -> sum.merge(category, count, Long::sum));
    return sum;
  }
}
