package io.smswarden.filter;

import io.smswarden.filter.signal.SignalTable;
import io.smswarden.filter.verdict.Category;
import java.util.EnumMap;
import java.util.Map;

/** The thresholds in force: the rules' where they have one, else the signal table's. */
final class Thresholds {

  private final Map<Category, SignalTable.Threshold> byCategory = new EnumMap<>(Category.class);
  private final double lowestWarn;

  Thresholds(SignalTable table, Map<Category, SignalTable.Threshold> rules) {
    for (Category category : Category.values()) {
      byCategory.put(category, rules.getOrDefault(category, table.threshold(category)));
    }
    lowestWarn =
        byCategory.values().stream().mapToDouble(SignalTable.Threshold::warn).min().orElse(1);
  }

  SignalTable.Threshold of(Category category) {
    return byCategory.get(category);
  }

  /** The lowest score at which any category is warned of. */
  double lowestWarn() {
    return lowestWarn;
  }
}
