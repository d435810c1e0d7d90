package io.smswarden.console.sender;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smswarden.schemas.ComplaintStats;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Counts of a sender as its pages show them. */
final class Counts {

  private Counts() {}

  static long sum(Map<String, Long> byCategory) {
    return byCategory.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The sums by category of some windows. */
  static Map<String, Long> byCategory(
      Collection<ComplaintStats> windows, Function<ComplaintStats, Map<String, Long>> which) {
    Map<String, Long> sums = new TreeMap<>();
    windows.forEach(
        window -> which.apply(window).forEach((category, n) -> sums.merge(category, n, Long::sum)));
    return sums;
  }

  static ObjectNode json(Map<String, Long> byCategory) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    byCategory.forEach(json::put);
    return json;
  }

  /** Warnings of each of the last hours, oldest first. */
  static ArrayNode trend(List<ComplaintStats> hours, Instant first) {
    Map<Instant, Long> warnings = new HashMap<>();
    hours.forEach(hour -> warnings.put(hour.getWindowStart(), sum(hour.getWarningsByCategory())));
    ArrayNode trend = JsonNodeFactory.instance.arrayNode();
    for (int hour = 0; hour < Windows.HOURS; hour++) {
      trend.add(warnings.getOrDefault(first.plus(Duration.ofHours(hour)), 0L));
    }
    return trend;
  }

  /** Complaints and warnings of each of the last days, oldest first. */
  static ArrayNode days(List<ComplaintStats> days, Instant first) {
    Map<Instant, ComplaintStats> byStart =
        days.stream().collect(Collectors.toMap(ComplaintStats::getWindowStart, day -> day));
    ArrayNode curve = JsonNodeFactory.instance.arrayNode();
    for (int number = 0; number < Windows.DAYS; number++) {
      Instant start = first.plus(Duration.ofDays(number));
      ComplaintStats day = byStart.get(start);
      curve
          .addObject()
          .put("day", LocalDate.ofInstant(start, ZoneOffset.UTC).toString())
          .put("complaints", day == null ? 0 : sum(day.getComplaintsByCategory()))
          .put("warnings", day == null ? 0 : sum(day.getWarningsByCategory()));
    }
    return curve;
  }
}
