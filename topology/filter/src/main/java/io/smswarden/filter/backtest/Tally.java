package io.smswarden.filter.backtest;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Counts by label: spam, ham, unlabelled. */
public final class Tally {

  private final Map<String, Integer> byLabel = new TreeMap<>();

  void add(Case counted) {
    byLabel.merge(counted.label(), 1, Integer::sum);
  }

  /** Those with a label. */
  public int of(String label) {
    return byLabel.getOrDefault(label, 0);
  }

  /** All. */
  public int total() {
    return byLabel.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The counts by label, in the labels' order. */
  public Map<String, Integer> byLabel() {
    return Collections.unmodifiableMap(byLabel);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder().append(total());
    if (total() > of("unlabelled")) {
      text.append(" (").append(of("spam")).append(" spam, ").append(of("ham")).append(" ham)");
    }
    return text.toString();
  }
}
