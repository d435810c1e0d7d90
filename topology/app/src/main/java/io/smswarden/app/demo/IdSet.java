package io.smswarden.app.demo;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Ids of messages. Those that end in a number behind a dash, as all that we give ourselves, cost a
 * bit each: millions fit.
 */
final class IdSet {

  private static final int MOST_DIGITS = 9;

  private final Map<String, BitSet> numbered = new HashMap<>();
  private final Set<String> others = new HashSet<>();
  private long size;

  /** Adds an id; {@code false} when it was there. */
  boolean add(String id) {
    int digits = numberAt(id);
    boolean added;
    if (digits < 0) {
      added = others.add(id);
    } else {
      BitSet numbers = numbered.computeIfAbsent(id.substring(0, digits), prefix -> new BitSet());
      int number = Integer.parseInt(id, digits, id.length(), 10);
      added = !numbers.get(number);
      numbers.set(number);
    }
    if (added) {
      size++;
    }
    return added;
  }

  long size() {
    return size;
  }

  /** How many ids are in both. */
  long common(IdSet other) {
    long common = others.stream().filter(other.others::contains).count();
    for (Map.Entry<String, BitSet> entry : numbered.entrySet()) {
      BitSet both = (BitSet) entry.getValue().clone();
      both.and(other.numbered.getOrDefault(entry.getKey(), new BitSet()));
      common += both.cardinality();
    }
    return common;
  }

  /**
   * How many of the numbered ids come before the first that another set has too; empty when it has
   * none of them.
   */
  OptionalLong sizeBeforeFirstOf(IdSet other) {
    return numbered.entrySet().stream()
        .flatMapToLong(
            entry -> {
              BitSet both = (BitSet) entry.getValue().clone();
              both.and(other.numbered.getOrDefault(entry.getKey(), new BitSet()));
              return both.isEmpty()
                  ? LongStream.empty()
                  : LongStream.of(entry.getValue().get(0, both.nextSetBit(0)).cardinality());
            })
        .min();
  }

  /** The ids that another set lacks. */
  Stream<String> without(IdSet other) {
    return Stream.concat(
        others.stream().filter(id -> !other.others.contains(id)),
        numbered.entrySet().stream()
            .flatMap(
                entry -> {
                  BitSet rest = (BitSet) entry.getValue().clone();
                  rest.andNot(other.numbered.getOrDefault(entry.getKey(), new BitSet()));
                  IntStream numbers = rest.stream();
                  return numbers.mapToObj(number -> entry.getKey() + number);
                }));
  }

  private static int numberAt(String id) {
    int at = id.lastIndexOf('-') + 1;
    int digits = id.length() - at;
    boolean canonical =
        at > 0
            && digits > 0
            && digits <= MOST_DIGITS
            && (digits == 1 || id.charAt(at) != '0')
            && id.chars().skip(at).allMatch(c -> c >= '0' && c <= '9');
    return canonical ? at : -1;
  }
}
