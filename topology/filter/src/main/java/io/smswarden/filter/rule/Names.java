package io.smswarden.filter.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Names of enumerations as rules write them: {@code short-code}, {@code FRAUD}. */
final class Names {

  private Names() {}

  static <E extends Enum<E>> Optional<E> find(Class<E> type, String text) {
    String name = text.toUpperCase(Locale.ROOT).replace('-', '_');
    return Arrays.stream(type.getEnumConstants()).filter(e -> e.name().equals(name)).findAny();
  }

  static <E extends Enum<E>> List<String> of(Class<E> type) {
    return Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
  }
}
