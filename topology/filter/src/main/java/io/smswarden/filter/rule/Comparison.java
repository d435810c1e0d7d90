package io.smswarden.filter.rule;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Optional;

/**
 * A bound, written {@code ">= 0.5"}.
 *
 * @param operator one of {@code <}, {@code <=}, {@code >}, {@code >=}, {@code =}
 * @param bound what is compared with
 */
record Comparison(String operator, double bound) {

  static final String FORM = "a comparison such as \">= 10\" with <, <=, >, >= or =";

  private static final Pattern WRITTEN = Pattern.compile("\\s*(<=|>=|<|>|=)\\s*(\\S+)\\s*");

  static Optional<Comparison> parse(String text) {
    Matcher written = WRITTEN.matcher(text);
    if (!written.matches()) {
      return Optional.empty();
    }
    var bound = Numbers.parse(written.group(2));
    return bound.isPresent()
        ? Optional.of(new Comparison(written.group(1), bound.getAsDouble()))
        : Optional.empty();
  }

  boolean holds(double value) {
    return switch (operator) {
      case "<" -> value < bound;
      case "<=" -> value <= bound;
      case ">" -> value > bound;
      case ">=" -> value >= bound;
      default -> value == bound;
    };
  }

  /** Whether any value from {@code least} to {@code most} is within the bound. */
  boolean possible(double least, double most) {
    return switch (operator) {
      case "<" -> least < bound;
      case "<=" -> least <= bound;
      case ">" -> most > bound;
      case ">=" -> most >= bound;
      default -> bound >= least && bound <= most;
    };
  }
}
