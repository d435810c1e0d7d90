package io.smswarden.console.feed;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** An offset in each partition of a topic. */
public record Positions(Map<Integer, Long> offsets) {

  /** Copies. */
  public Positions {
    offsets = Collections.unmodifiableMap(new TreeMap<>(offsets));
  }

  /**
   * What {@link #encoded} gave.
   *
   * @throws IllegalArgumentException when it is something else
   */
  public static Positions decode(String text) {
    try {
      return new Positions(parse(text));
    } catch (ArithmeticException | IllegalStateException e) {
      throw new IllegalArgumentException("no partition, or one twice", e);
    }
  }

  private static Map<Integer, Long> parse(String text) {
    return Arrays.stream(text.split("_", -1))
        .filter(part -> !text.isEmpty())
        .map(part -> part.split("-", -1))
        .collect(Collectors.toMap(part -> Math.toIntExact(number(part[0])), Positions::offset));
  }

  private static Long offset(String[] part) {
    if (part.length != 2) {
      throw new IllegalArgumentException("no offset of a partition");
    }
    return number(part[1]);
  }

  private static Long number(String text) {
    long number = Long.parseLong(text);
    if (number < 0) {
      throw new IllegalArgumentException("negative");
    }
    return number;
  }

  /** As text without blanks, for identifiers and cursors. */
  public String encoded() {
    return offsets.entrySet().stream()
        .map(offset -> offset.getKey() + "-" + offset.getValue())
        .collect(Collectors.joining("_"));
  }

  /** These with another offset of one partition. */
  public Positions with(int partition, long offset) {
    Map<Integer, Long> other = new TreeMap<>(offsets);
    other.put(partition, offset);
    return new Positions(other);
  }
}
