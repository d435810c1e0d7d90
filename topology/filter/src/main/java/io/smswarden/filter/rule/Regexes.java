package io.smswarden.filter.rule;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.smswarden.filter.text.Placeholder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/** Compiles the regular expressions of a rule set. RE2/J matches in linear time. */
final class Regexes {

  /** Instructions of a compiled pattern: matching takes so many steps a character at worst. */
  private static final int LARGEST_PROGRAM = 500;

  private static final int LONGEST = 2000;

  private final LiteralPool literals;
  private final Faults faults;
  private int count;

  Regexes(LiteralPool literals, Faults faults) {
    this.literals = literals;
    this.faults = faults;
  }

  int count() {
    return count;
  }

  Optional<Condition> read(Node at, String written) {
    if (written.length() > LONGEST) {
      faults.add(
          at, "the regex is longer than %d characters; write several rules".formatted(LONGEST));
      return Optional.empty();
    }
    String regex =
        written
            .replace("{link}", String.valueOf(Placeholder.LINK))
            .replace("{number}", "[0-9][0-9 ]{0,6}")
            .replace("{long}", "[0-9][0-9 ]{6,20}");
    Pattern pattern;
    try {
      pattern = Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      faults.add(at, "the regex can't be compiled: %s".formatted(e.getMessage()));
      return Optional.empty();
    }
    if (pattern.programSize() > LARGEST_PROGRAM) {
      faults.add(
          at,
          "the regex compiles to %d steps of at most %d; make its repetitions shorter"
              .formatted(pattern.programSize(), LARGEST_PROGRAM));
      return Optional.empty();
    }
    if (pattern.matches("")) {
      faults.add(at, "the regex matches every message: it matches the empty text");
      return Optional.empty();
    }
    RegexLiterals parsed = RegexLiterals.of(regex);
    Optional<Character> never =
        parsed.characters().stream().filter(c -> !literals.stands(c)).findFirst();
    if (never.isPresent()) {
      faults.add(
          at,
          ("'%s' never stands in the normalised text: small letters, simplified characters, no punctuation,"
                  + " links as {link}")
              .formatted(never.get()));
      return Optional.empty();
    }
    List<Literal> needed = new ArrayList<>();
    parsed.needed().forEach(text -> needed.add(literals.needed(text)));
    return Optional.of(new RegexCondition(count++, pattern, needed));
  }
}
