package io.smswarden.streams.statistics;

import io.smswarden.schemas.CategoryCounts;
import io.smswarden.schemas.Complaint;
import io.smswarden.schemas.Warning;
import java.util.HashMap;
import java.util.Map;

/**
 * One count for the statistics.
 *
 * @param complaint whether it is a complaint, else a warning
 * @param category name of the category it counts for
 */
record Mark(boolean complaint, String category) {

  static Mark of(Warning warning) {
    return new Mark(false, warning.getVerdict().getCategory().name());
  }

  static Mark of(Complaint complaint) {
    return new Mark(true, complaint.getCategory().name());
  }

  CategoryCounts addedTo(CategoryCounts counts) {
    return complaint
        ? new CategoryCounts(counts.getWarnings(), oneMore(counts.getComplaints()))
        : new CategoryCounts(oneMore(counts.getWarnings()), counts.getComplaints());
  }

  private Map<String, Long> oneMore(Map<String, Long> counts) {
    Map<String, Long> more = new HashMap<>(counts);
    more.merge(category, 1L, Long::sum);
    return more;
  }
}
