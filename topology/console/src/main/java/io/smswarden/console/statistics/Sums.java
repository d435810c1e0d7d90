package io.smswarden.console.statistics;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smswarden.console.http.Json;
import io.smswarden.schemas.ComplaintStats;
import io.smswarden.schemas.StatsDimension;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Warnings and complaints of some windows, added up. */
record Sums(long warnings, long complaints) {

  private static final Sums NONE = new Sums(0, 0);

  static Sums of(Collection<ComplaintStats> windows) {
    return windows.stream().map(Sums::of).reduce(NONE, Sums::and);
  }

  private static Sums of(ComplaintStats window) {
    return new Sums(sum(window.getWarningsByCategory()), sum(window.getComplaintsByCategory()));
  }

  private static long sum(Map<String, Long> byCategory) {
    return byCategory.values().stream().mapToLong(Long::longValue).sum();
  }

  private Sums and(Sums other) {
    return new Sums(warnings + other.warnings, complaints + other.complaints);
  }

  /** The sums of each subject of a dimension, those with most warnings first. */
  static List<Map.Entry<String, Sums>> bySubject(
      List<ComplaintStats> windows, StatsDimension dimension) {
    Map<String, Sums> sums =
        windows.stream()
            .filter(window -> window.getDimension() == dimension)
            .collect(Collectors.toMap(ComplaintStats::getSubject, Sums::of, Sums::and));
    return sums.entrySet().stream()
        .sorted(
            Map.Entry.comparingByValue(
                Comparator.comparingLong(Sums::warnings)
                    .thenComparingLong(Sums::complaints)
                    .reversed()))
        .toList();
  }

  /** Warnings by category. */
  static ObjectNode byCategory(List<ComplaintStats> windows) {
    Map<String, Long> sums = new TreeMap<>();
    windows.stream()
        .filter(window -> window.getDimension() == StatsDimension.CATEGORY)
        .forEach(
            window ->
                window.getWarningsByCategory().forEach((c, n) -> sums.merge(c, n, Long::sum)));
    ObjectNode json = Json.object();
    sums.forEach(json::put);
    return json;
  }

  /** Those of one window's start; each message is counted by its category once. */
  static List<ComplaintStats> at(List<ComplaintStats> windows, Instant start) {
    return windows.stream()
        .filter(window -> window.getDimension() == StatsDimension.CATEGORY)
        .filter(window -> window.getWindowStart().equals(start))
        .toList();
  }
}
