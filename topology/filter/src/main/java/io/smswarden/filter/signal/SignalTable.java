package io.smswarden.filter.signal;

import io.smswarden.filter.verdict.Action;
import io.smswarden.filter.verdict.Category;
import io.smswarden.filter.verdict.Finding;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The signals' rows, the caps of their groups and the thresholds of the categories.
 *
 * @param rows the rows, in order
 * @param caps by group
 * @param thresholds by category; a category without one is always let through
 * @param version hash of the table's source, in hexadecimal
 */
public record SignalTable(
    List<SignalRow> rows,
    Map<String, Cap> caps,
    Map<Category, Threshold> thresholds,
    String version) {

  /** Bounds of what a group's signals add together, in log-odds. */
  public record Cap(double min, double max) {

    /** The sum within the bounds. */
    public double clamp(double sum) {
      return Math.max(min, Math.min(max, sum));
    }
  }

  /** Scores from which on a category is warned of and blocked. */
  public record Threshold(double warn, double block) {

    static final Threshold NEVER = new Threshold(2, 2);

    /** What the thresholds make of a score. */
    public Action action(double score) {
      return score >= block ? Action.BLOCK : score >= warn ? Action.WARN : Action.ALLOW;
    }
  }

  public SignalTable {
    rows = List.copyOf(rows);
    caps = Map.copyOf(caps);
    thresholds = Map.copyOf(new EnumMap<>(thresholds));
  }

  /** The thresholds of a category. */
  public Threshold threshold(Category category) {
    return thresholds.getOrDefault(category, Threshold.NEVER);
  }

  /** The lowest score at which any category is warned of. */
  public double lowestWarn() {
    return thresholds.values().stream().mapToDouble(Threshold::warn).min().orElse(1);
  }

  /**
   * The log-odds that findings add to the model's: by group the sum of strength times weight,
   * clamped to the group's cap. A verdict's score is the logistic function of the model's log-odds
   * and this.
   *
   * @throws IllegalArgumentException when a finding is of no signal of this table
   */
  public double logOdds(List<Finding> findings) {
    Map<String, String> groups = new HashMap<>();
    rows.forEach(row -> groups.put(row.code(), row.group()));
    Map<String, Double> sums = new LinkedHashMap<>();
    for (Finding finding : findings) {
      String group = groups.get(finding.code());
      if (group == null) {
        throw new IllegalArgumentException("no signal " + finding.code() + " in table " + version);
      }
      sums.merge(group, finding.strength() * finding.weight(), Double::sum);
    }
    return sums.entrySet().stream()
        .mapToDouble(e -> caps.get(e.getKey()).clamp(e.getValue()))
        .sum();
  }
}
