package io.smswarden.filter.rule;

import io.smswarden.filter.signal.PhraseTrie;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** All literals of a rule set, in one trie: one pass over a view finds them all. */
final class Literals {

  private final PhraseTrie<Literal[]> trie;
  private final int size;
  private final boolean classes;
  private final boolean digits;

  Literals(List<Literal> all) {
    this.size = all.size();
    this.classes = all.stream().anyMatch(l -> l.view() == Literal.View.CLASSES);
    this.digits = all.stream().anyMatch(l -> l.view() == Literal.View.DIGITS);
    Map<String, List<Literal>> byText = new HashMap<>();
    all.forEach(l -> byText.computeIfAbsent(l.text(), text -> new ArrayList<>()).add(l));
    SortedMap<String, Literal[]> sorted = new TreeMap<>();
    byText.forEach((text, literals) -> sorted.put(text, literals.toArray(Literal[]::new)));
    trie = new PhraseTrie<>(sorted, all.stream().anyMatch(Literal::within));
  }

  int size() {
    return size;
  }

  /** Scans the views of a message in which literals are looked for. */
  void scan(Facts facts) {
    if (classes) {
      scan(facts, Literal.View.CLASSES);
    }
    if (digits) {
      scan(facts, Literal.View.DIGITS);
    }
  }

  private void scan(Facts facts, Literal.View view) {
    trie.scan(view.of(facts.views()), facts.found(), facts.hitsIn(view));
  }
}
