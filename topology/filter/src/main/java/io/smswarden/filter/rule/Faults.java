package io.smswarden.filter.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** Collects the faults of a rule set while it is read on. */
final class Faults {

  /** Nobody reads more at once. */
  private static final int MOST = 200;

  private static final Comparator<RuleFault> BY_PLACE =
      Comparator.comparingInt(RuleFault::line).thenComparingInt(RuleFault::column);

  private final List<RuleFault> faults = new ArrayList<>();

  void add(Node at, String message) {
    add(at.getStartMark(), message);
  }

  void add(Optional<Mark> at, String message) {
    if (faults.size() < MOST) {
      faults.add(
          new RuleFault(
              at.map(mark -> mark.getLine() + 1).orElse(1),
              at.map(mark -> mark.getColumn() + 1).orElse(1),
              message));
    }
  }

  /** "no such WHAT: WRONG; did you mean …?". */
  void unknown(Node at, String what, String wrong, Collection<String> allowed) {
    add(at, "no such %s: %s; did you mean %s?".formatted(what, wrong, nearest(wrong, allowed)));
  }

  boolean none() {
    return faults.isEmpty();
  }

  /** Ends the reading when there was a fault. */
  void check() {
    if (!faults.isEmpty()) {
      faults.sort(BY_PLACE);
      throw new RuleSetException(faults);
    }
  }

  private static String nearest(String wrong, Collection<String> allowed) {
    LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
    return allowed.stream()
        .min(Comparator.comparingInt(word -> distance.apply(plain(wrong), plain(word))))
        .orElseThrow();
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
