package io.smswarden.filter.rule;

import java.util.List;

/** One of these literals is in the message. */
record TextCondition(List<Literal> literals) implements Condition {

  TextCondition {
    literals = List.copyOf(literals);
  }

  @Override
  public boolean holds(Facts facts) {
    for (int i = 0; i < literals.size(); i++) {
      if (facts.found(literals.get(i))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Anchors anchors() {
    return new Anchors(literals.stream().<Anchor>map(Anchor.OfLiteral::new).distinct().toList());
  }
}
