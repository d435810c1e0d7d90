package io.smswarden.filter.rule;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All literals of a rule set, in one automaton: one pass over a view finds them all. */
final class Literals {

  private final AhoCorasickDoubleArrayTrie<Literal[]> automaton =
      new AhoCorasickDoubleArrayTrie<>();
  private final int size;
  private final boolean classes;
  private final boolean digits;

  Literals(List<Literal> all) {
    this.size = all.size();
    this.classes = all.stream().anyMatch(l -> l.view() == Literal.View.CLASSES);
    this.digits = all.stream().anyMatch(l -> l.view() == Literal.View.DIGITS);
    Map<String, List<Literal>> byText = new HashMap<>();
    all.forEach(l -> byText.computeIfAbsent(l.text(), text -> new ArrayList<>()).add(l));
    Map<String, Literal[]> sorted = new TreeMap<>();
    byText.forEach((text, literals) -> sorted.put(text, literals.toArray(Literal[]::new)));
    if (size > 0) {
      automaton.build(sorted);
    }
  }

  int size() {
    return size;
  }

  /** Scans the views of a message in which literals are looked for. */
  void scan(Facts facts) {
    if (classes) {
      automaton.parseText(
          Literal.View.CLASSES.of(facts.views()), facts.hitsIn(Literal.View.CLASSES));
    }
    if (digits) {
      automaton.parseText(Literal.View.DIGITS.of(facts.views()), facts.hitsIn(Literal.View.DIGITS));
    }
  }
}
