package io.smswarden.filter.rule;

import java.util.List;

/** All, any or none of several conditions. */
sealed interface Junction extends Condition {

  /** The conditions. */
  List<Condition> parts();

  /** Holds when each part does. */
  record All(List<Condition> parts) implements Junction {
    public All {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean holds(Facts facts) {
      long span = facts.span();
      for (int i = 0; i < parts.size(); i++) {
        if (!parts.get(i).holds(facts)) {
          facts.span(span);
          return false;
        }
      }
      return true;
    }

    @Override
    public Anchors anchors() {
      return parts.stream().map(Condition::anchors).reduce(Anchors.NONE, Anchors::and);
    }
  }

  /** Holds when one part does. */
  record Any(List<Condition> parts) implements Junction {
    public Any {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean holds(Facts facts) {
      for (int i = 0; i < parts.size(); i++) {
        if (parts.get(i).holds(facts)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public Anchors anchors() {
      return parts.stream().map(Condition::anchors).reduce(Anchors::or).orElse(Anchors.NONE);
    }
  }

  /** Holds when no part does. */
  record None(List<Condition> parts) implements Junction {
    public None {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean holds(Facts facts) {
      long span = facts.span();
      for (int i = 0; i < parts.size(); i++) {
        if (parts.get(i).holds(facts)) {
          facts.span(span);
          return false;
        }
      }
      return true;
    }

    @Override
    public Anchors anchors() {
      return Anchors.NONE;
    }
  }
}
