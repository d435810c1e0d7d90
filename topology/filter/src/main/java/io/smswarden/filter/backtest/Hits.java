package io.smswarden.filter.backtest;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whom a rule or list hits. */
public final class Hits {

  private final Tally tally = new Tally();
  private final Map<String, Integer> byGroup = new HashMap<>();

  void add(Case hit) {
    tally.add(hit);
    byGroup.merge(hit.group(), 1, Integer::sum);
  }

  /** How often, by label. */
  public Tally tally() {
    return tally;
  }

  /** Those hit most, with how often. */
  public List<Map.Entry<String, Integer>> top(int most) {
    return byGroup.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(most)
        .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
        .toList();
  }
}
