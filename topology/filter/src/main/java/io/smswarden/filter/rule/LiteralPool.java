package io.smswarden.filter.rule;

import io.smswarden.filter.signal.Phrase;
import io.smswarden.filter.text.Kind;
import io.smswarden.filter.text.TextViews;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the literals of a rule set, each once. */
final class LiteralPool {

  private record Key(Literal.View view, String text, boolean within, boolean open) {}

  private final TextViews views = new TextViews();
  private final Map<Character, Boolean> stands = new HashMap<>();
  private final Map<Key, Literal> literals = new LinkedHashMap<>();

  /**
   * The literal that an operator wrote: with a digit in it, as written; else with links and numbers
   * as classes. A * at its end lets a word go on.
   *
   * @return empty when nothing is left of it
   */
  Optional<Literal> written(String text) {
    boolean open = text.endsWith("*");
    String bare = open ? text.substring(0, text.length() - 1) : text;
    boolean digits = hasDigit(bare);
    String normal = digits ? digits(bare) : Phrase.normal(bare, views);
    if (normal.isEmpty()) {
      return Optional.empty();
    }
    Literal.View view = digits ? Literal.View.DIGITS : Literal.View.CLASSES;
    return Optional.of(literal(new Key(view, normal, false, open)));
  }

  /** The literal that a regex needs, wherever it stands. */
  Literal needed(String text) {
    return literal(new Key(Literal.View.DIGITS, text, true, true));
  }

  /** A text as messages are compared with whole: links and numbers as classes. */
  String whole(String text) {
    return Phrase.normal(text, views);
  }

  /** Whether a character stands in the text that regexes are matched against as it is written. */
  boolean stands(char c) {
    if (c == ' ' || Kind.of(c) == Kind.CLASS) {
      return true;
    }
    return stands.computeIfAbsent(
        c,
        one -> {
          views.read(one.toString());
          return views.phrases().toString().equals(one.toString());
        });
  }

  List<Literal> all() {
    return new ArrayList<>(literals.values());
  }

  static boolean hasDigit(String text) {
    return text.chars().anyMatch(c -> c >= '0' && c <= '9');
  }

  static boolean hasClass(String text) {
    return text.contains("{link}") || text.contains("{number}") || text.contains("{long}");
  }

  private String digits(String text) {
    views.read(text.replace("{link}", "URL"));
    return views.phrases().toString();
  }

  private Literal literal(Key key) {
    return literals.computeIfAbsent(
        key,
        k ->
            new Literal(
                literals.size(),
                k.view,
                k.text,
                k.within,
                k.open,
                new Phrase(k.text, k.open, new int[0])));
  }
}
