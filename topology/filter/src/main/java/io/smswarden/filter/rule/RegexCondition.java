package io.smswarden.filter.rule;

import com.google.re2j.Pattern;
import java.util.List;

/**
 * A regular expression matches somewhere in the message.
 *
 * @param id its place among all regexes of the rule set
 * @param pattern matched against the view {@link Literal.View#DIGITS}
 * @param needed of these literals a match holds one; empty when it need not hold any
 */
record RegexCondition(int id, Pattern pattern, List<Literal> needed) implements Condition {

  RegexCondition {
    needed = List.copyOf(needed);
  }

  @Override
  public boolean holds(Facts facts) {
    return possible(facts) && facts.matches(this);
  }

  private boolean possible(Facts facts) {
    for (int i = 0; i < needed.size(); i++) {
      if (facts.has(needed.get(i))) {
        return true;
      }
    }
    return needed.isEmpty();
  }

  @Override
  public Anchors anchors() {
    return new Anchors(needed.stream().<Anchor>map(Anchor.OfLiteral::new).distinct().toList());
  }
}
