package io.smswarden.filter;

import io.smswarden.filter.signal.SignalTable;
import io.smswarden.filter.verdict.Category;
import java.util.EnumMap;
import java.util.Map;

/** The thresholds in force: the rules' where they have one, else the signal table's. */
final class Thresholds {

  private final Map<Category, SignalTable.Threshold> byCategory = new EnumMap<>(Category.class);

  Thresholds(SignalTable table, Map<Category, SignalTable.Threshold> rules) {
    for (Category category : Category.values()) {
      byCategory.put(category, rules.getOrDefault(category, table.threshold(category)));
    }
  }

  SignalTable.Threshold of(Category category) {
    return byCategory.get(category);
  }
}
