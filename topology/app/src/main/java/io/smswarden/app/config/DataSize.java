package io.smswarden.app.config;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of memory, written as {@code 64MiB}.
 *
 * @param bytes not negative
 */
public record DataSize(long bytes) {

  private static final Pattern FORM = Pattern.compile("(\\d{1,12})\\s*(B|KiB|MiB|GiB)");
  private static final Map<String, Long> UNITS =
      Map.of("B", 1L, "KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30);

  public DataSize {
    if (bytes < 0) {
      throw new IllegalArgumentException("an amount of memory is not negative");
    }
  }

  /**
   * Reads a number with a unit.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static DataSize parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("no amount of memory");
    }
    return new DataSize(
        Math.multiplyExact(Long.parseLong(matcher.group(1)), UNITS.get(matcher.group(2))));
  }
}
