package io.smswarden.filter.rule;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds in a regex that RE2/J has accepted what every match must hold: of some literals at least
 * one. Whatever it doesn't understand asks for nothing. (Russ Cox, "Regular Expression Matching
 * with a Trigram Index", 2012, does the same with trigrams.)
 */
final class RegexLiterals {

  /** More alternatives cost more than they save. */
  private static final int MOST_ALTERNATIVES = 64;

  private final String regex;
  private final Set<Character> characters = new LinkedHashSet<>();
  private int at;
  private boolean opaque;
  private Set<String> needed = Set.of();

  private RegexLiterals(String regex) {
    this.regex = regex;
  }

  static RegexLiterals of(String regex) {
    RegexLiterals parsed = new RegexLiterals(regex);
    Set<String> needed = parsed.alternatives();
    boolean whole = !parsed.opaque && parsed.at == regex.length();
    parsed.needed = whole && needed.size() <= MOST_ALTERNATIVES ? needed : Set.of();
    return parsed;
  }

  /** Literals of which a match holds one; empty when nothing is known of a match. */
  List<String> needed() {
    return List.copyOf(needed);
  }

  /** The characters that are matched as they stand. */
  Set<Character> characters() {
    return opaque ? Set.of() : characters;
  }

  private Set<String> alternatives() {
    Set<String> all = new LinkedHashSet<>(sequence());
    boolean free = all.isEmpty();
    while (more() && peek() == '|') {
      at++;
      Set<String> next = sequence();
      free |= next.isEmpty();
      all.addAll(next);
    }
    return free ? Set.of() : all;
  }

  private Set<String> sequence() {
    Set<String> best = Set.of();
    StringBuilder run = new StringBuilder();
    while (more() && peek() != '|' && peek() != ')' && !opaque) {
      Set<String> inner = Set.of();
      boolean exact = false;
      char c = regex.charAt(at++);
      switch (c) {
        case '(' -> inner = group();
        case '[' -> skipClass();
        case '\\' -> exact = escape();
        case '.', '^', '$' -> {}
        default -> exact = true;
      }
      char last = regex.charAt(at - 1);
      int least = repetition();
      if (exact) {
        characters.add(last);
      }
      if (exact && least != 0) {
        run.append(last);
      }
      if (!exact || least >= 0) {
        best = better(best, run);
        run.setLength(0);
        best = least == 0 ? best : better(best, inner);
      }
    }
    return better(best, run);
  }

  private Set<String> group() {
    if (regex.startsWith("?P<", at) || regex.startsWith("?<", at)) {
      at = regex.indexOf('>', at) + 1;
    } else if (regex.startsWith("?:", at)) {
      at += 2;
    } else if (regex.startsWith("?", at)) {
      opaque = true; // flags
      return Set.of();
    }
    Set<String> inner = alternatives();
    at++;
    return inner;
  }

  private void skipClass() {
    if (more() && peek() == '^') {
      at++;
    }
    boolean first = true;
    while (more() && (first || peek() != ']')) {
      first = false;
      int name = regex.startsWith("[:", at) ? regex.indexOf(":]", at) : -1;
      if (name >= 0) {
        at = name + 2;
      } else {
        at += peek() == '\\' ? 2 : 1;
      }
    }
    at++;
  }

  /** Whether the escaped character stands for itself. */
  private boolean escape() {
    char c = regex.charAt(at++);
    if (c == 'Q' || c == 'p' || c == 'P' || c == 'x' || (c >= '0' && c <= '9')) {
      opaque = true;
      return false;
    }
    return !Character.isLetterOrDigit(c);
  }

  /** Fewest repetitions of what stood before; -1 for none written, which is once. */
  private int repetition() {
    if (!more()) {
      return -1;
    }
    int least =
        switch (peek()) {
          case '*', '?' -> 0;
          case '+' -> 1;
          case '{' -> bounds();
          default -> -1;
        };
    if (least >= 0) {
      at++;
      if (more() && peek() == '?') {
        at++;
      }
    }
    return least;
  }

  /** The lower bound of {n}, {n,} or {n,m}, with the place before the brace's end; else -1. */
  private int bounds() {
    int end = regex.indexOf('}', at);
    if (end < 0 || !regex.substring(at, end).matches("\\{[0-9]{1,4}(,[0-9]{0,4})?")) {
      return -1;
    }
    int comma = regex.indexOf(',', at);
    int least = Integer.parseInt(regex.substring(at + 1, comma > 0 && comma < end ? comma : end));
    at = end;
    return least;
  }

  private boolean more() {
    return at < regex.length();
  }

  private char peek() {
    return regex.charAt(at);
  }

  private static Set<String> better(Set<String> one, StringBuilder run) {
    return run.isEmpty() ? one : better(one, Set.of(run.toString()));
  }

  /** The rarer: the one whose shortest literal is longer. */
  private static Set<String> better(Set<String> one, Set<String> other) {
    return shortest(other) > shortest(one) ? other : one;
  }

  private static double shortest(Set<String> literals) {
    List<Double> weights = new ArrayList<>();
    literals.forEach(literal -> weights.add(weight(literal)));
    return weights.stream().mapToDouble(w -> w).min().orElse(0);
  }

  /** A Chinese character tells more than a letter. */
  private static double weight(String literal) {
    return literal.chars().mapToDouble(c -> c < 0x80 ? 1 : c < 0x3000 ? 1.5 : 2.7).sum();
  }
}
