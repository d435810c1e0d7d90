package io.smswarden.filter.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * The keys of a YAML mapping with their nodes. Whatever is not as it should be becomes a fault, and
 * the answer is empty.
 */
final class Fields {

  /** Lists of lists are flattened, so that anchors can name parts of them, up to this depth. */
  private static final int DEEPEST_LIST = 4;

  private static final int LONGEST_LIST = 100_000;

  private final Node node;
  private final Faults faults;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final boolean mapping;

  private Fields(Node node, Faults faults) {
    this.node = node;
    this.faults = faults;
    this.mapping = node instanceof MappingNode;
  }

  /** Reads a mapping that may have these keys. */
  static Fields of(Node node, String what, Set<String> keys, Faults faults) {
    Fields fields = new Fields(node, faults);
    if (node instanceof MappingNode mapping) {
      mapping.getValue().forEach(tuple -> fields.put(tuple, keys));
    } else {
      faults.add(node, "expected %s: a mapping with keys of %s".formatted(what, sorted(keys)));
    }
    return fields;
  }

  private void put(NodeTuple tuple, Set<String> keys) {
    if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
      faults.add(tuple.getKeyNode(), "a key is a word; allowed: %s".formatted(sorted(keys)));
      return;
    }
    if (!keys.contains(key.getValue())) {
      faults.unknown(key, "key", key.getValue(), sorted(keys));
    } else if (values.put(key.getValue(), tuple.getValueNode()) != null) {
      faults.add(key, "the key %s is here a second time".formatted(key.getValue()));
    }
  }

  private static Set<String> sorted(Set<String> keys) {
    return new TreeSet<>(keys);
  }

  /** Whether it is a mapping at all; if not, that is a fault already. */
  boolean isMapping() {
    return mapping;
  }

  Node node() {
    return node;
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  /** The keys that are there, in order. */
  Set<String> keys() {
    return values.keySet();
  }

  Optional<Node> value(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** The value of a key that must be there. */
  Optional<Node> needed(String key) {
    if (mapping && !has(key)) {
      faults.add(node, "the key %s is missing".formatted(key));
    }
    return value(key);
  }

  /** Text that is not blank. */
  Optional<String> text(String key) {
    return value(key).flatMap(value -> text(value, faults));
  }

  static Optional<String> text(Node value, Faults faults) {
    if (value instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
      if (!scalar.getValue().isBlank()) {
        return Optional.of(scalar.getValue());
      }
    }
    faults.add(value, "expected a text that is not blank");
    return Optional.empty();
  }

  OptionalDouble number(String key) {
    Optional<Node> value = value(key);
    return value.isPresent() ? number(value.get(), faults) : OptionalDouble.empty();
  }

  static OptionalDouble number(Node value, Faults faults) {
    if (value instanceof ScalarNode scalar) {
      OptionalDouble number = Numbers.parse(scalar.getValue());
      if (number.isPresent()) {
        return number;
      }
    }
    faults.add(value, "expected a number");
    return OptionalDouble.empty();
  }

  Optional<Boolean> flag(String key) {
    Optional<Node> value = value(key);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (value.get() instanceof ScalarNode scalar
        && Set.of("true", "false").contains(scalar.getValue())) {
      return Optional.of(Boolean.valueOf(scalar.getValue()));
    }
    faults.add(value.get(), "expected true or false");
    return Optional.empty();
  }

  /** One of an enumeration, in capitals or not, with - for _. */
  <E extends Enum<E>> Optional<E> oneOf(String key, Class<E> type) {
    return value(key).flatMap(value -> oneOf(value, key, type, faults));
  }

  static <E extends Enum<E>> Optional<E> oneOf(
      Node value, String what, Class<E> type, Faults faults) {
    return text(value, faults)
        .flatMap(
            text -> {
              Optional<E> found = Names.find(type, text);
              if (found.isEmpty()) {
                faults.unknown(value, what, text, Names.of(type));
              }
              return found;
            });
  }

  /** The elements of a list that is not empty; a single value is a list of one. */
  List<Node> list(String key) {
    return value(key).map(value -> list(value, faults)).orElse(List.of());
  }

  static List<Node> list(Node value, Faults faults) {
    List<Node> into = new ArrayList<>();
    flatten(value, into, 0, faults);
    return into;
  }

  private static void flatten(Node value, List<Node> into, int depth, Faults faults) {
    if (!(value instanceof SequenceNode sequence)) {
      into.add(value);
      return;
    }
    if (sequence.getValue().isEmpty()) {
      faults.add(value, "the list is empty");
    }
    if (depth == DEEPEST_LIST || into.size() > LONGEST_LIST) {
      faults.add(value, "too many lists within lists");
      return;
    }
    for (Node element : sequence.getValue()) {
      flatten(element, into, depth + 1, faults);
    }
  }
}
