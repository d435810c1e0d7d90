package io.smswarden.filter.rule;

import com.google.re2j.Pattern;
import java.util.OptionalDouble;

/** Numbers as rules write them. */
final class Numbers {

  private static final Pattern FORM = Pattern.compile("[-+]?[0-9]{1,15}(\\.[0-9]{1,15})?");

  private Numbers() {}

  static OptionalDouble parse(String text) {
    return FORM.matches(text)
        ? OptionalDouble.of(Double.parseDouble(text))
        : OptionalDouble.empty();
  }
}
