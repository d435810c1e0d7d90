package io.smswarden.app.demo;

import io.smswarden.schemas.Action;
import io.smswarden.schemas.Category;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many records of each sort the topics hold.
 *
 * @param messages in {@code sms.events}
 * @param verdicts different messages in {@code sms.verdicts}
 * @param verdictsBy the verdicts by category and action; only what occurred
 */
record Counts(
    long messages,
    long verdicts,
    Map<Category, Map<Action, Long>> verdictsBy,
    long warnings,
    long alerts,
    long evidence,
    long complaints,
    long deadLetters) {

  long of(Category category, Action action) {
    return verdictsBy.getOrDefault(category, Map.of()).getOrDefault(action, 0L);
  }

  long of(Category category) {
    return Arrays.stream(Action.values()).mapToLong(action -> of(category, action)).sum();
  }

  long of(Action action) {
    return Arrays.stream(Category.values()).mapToLong(category -> of(category, action)).sum();
  }

  /** Every action, in its own order. */
  Map<String, Long> byAction() {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (Action action : Action.values()) {
      counts.put(action.name(), of(action));
    }
    return counts;
  }

  /** Every category that the scorer may write, and others when they occurred. */
  Map<String, Long> byCategory() {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (Category category : Category.values()) {
      if (category != Category.UNKNOWN || of(category) > 0) {
        counts.put(category.name(), of(category));
      }
    }
    return counts;
  }
}
