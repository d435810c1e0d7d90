package io.smswarden.filter.rule;

import java.util.ArrayList;
import java.util.List;

/**
 * Alternatives of which a message must have one for a condition to hold.
 *
 * @param any empty when nothing particular is needed: the condition may hold for any message
 */
record Anchors(List<Anchor> any) {

  static final Anchors NONE = new Anchors(List.of());

  Anchors {
    any = List.copyOf(any);
  }

  /** What is needed when both are: the rarer. */
  Anchors and(Anchors other) {
    return other.share() < share() ? other : this;
  }

  /** What is needed when one of both is. */
  Anchors or(Anchors other) {
    if (any.isEmpty() || other.any.isEmpty()) {
      return NONE;
    }
    List<Anchor> both = new ArrayList<>(any);
    both.addAll(other.any);
    return new Anchors(both.stream().distinct().toList());
  }

  /** A guess at the share of messages that have one of them. */
  double share() {
    return any.isEmpty() ? 2 : Math.min(1, any.stream().mapToDouble(Anchor::share).sum());
  }
}
