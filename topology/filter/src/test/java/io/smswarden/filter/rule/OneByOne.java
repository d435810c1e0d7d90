package io.smswarden.filter.rule;

import io.smswarden.filter.Filter;
import io.smswarden.filter.Message;
import io.smswarden.filter.signal.Observations;
import io.smswarden.filter.signal.Signals;
import io.smswarden.filter.text.MappedText;
import io.smswarden.filter.text.TextViews;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Asks every rule in the plainest way: no automaton, no index, Java's own regexes. */
final class OneByOne {

  private static final Signals SIGNALS = Signals.standard();

  private final TextViews views = new TextViews();
  private final Facts facts;

  private OneByOne(RuleSet rules, Message message) {
    views.read(message.text().value());
    Observations seen = SIGNALS.observer().observe(message, views);
    facts = new Facts(rules, literal -> {});
    facts.begin(message, views, seen);
  }

  static Set<String> fired(Filter filter, Message message) {
    OneByOne asked = new OneByOne(filter.rules(), message);
    Set<String> codes = new TreeSet<>();
    for (Rule rule : filter.rules().rules()) {
      if (asked.holds(rule.condition())) {
        codes.add(rule.code());
      }
    }
    return codes;
  }

  private boolean holds(Condition condition) {
    if (condition instanceof Junction.All all) {
      return all.parts().stream().allMatch(this::holds);
    }
    if (condition instanceof Junction.Any any) {
      return any.parts().stream().anyMatch(this::holds);
    }
    if (condition instanceof Junction.None none) {
      return none.parts().stream().noneMatch(this::holds);
    }
    if (condition instanceof TextCondition text) {
      return text.literals().stream().anyMatch(this::found);
    }
    if (condition instanceof RegexCondition regex) {
      return Pattern.compile(regex.pattern().pattern()).matcher(views.phrases().toString()).find();
    }
    return condition.holds(facts);
  }

  private boolean found(Literal literal) {
    MappedText view = literal.view().of(views);
    String text = view.toString();
    for (int at = text.indexOf(literal.text());
        at >= 0;
        at = text.indexOf(literal.text(), at + 1)) {
      if (literal.fits(view, at, at + literal.text().length())) {
        return true;
      }
    }
    return false;
  }
}
