package io.smswarden.filter.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads conditions: a mapping all of whose keys must hold. */
final class ConditionReader {

  private static final Set<String> KEYS =
      Set.of(
          "all",
          "any",
          "none",
          "text",
          "regex",
          "signal",
          "link",
          "sender",
          "reputation",
          "rate",
          "time");
  private static final int DEEPEST = 8;

  /** Anchors and aliases can make a small file large. */
  private static final int MOST = 200_000;

  private final Reading reading;
  private final Faults faults;
  private final PartReader parts;
  private int count;

  ConditionReader(Reading reading) {
    this.reading = reading;
    this.faults = reading.faults();
    this.parts = new PartReader(reading);
  }

  Optional<Condition> read(Node node) {
    return read(node, 0);
  }

  private Optional<Condition> read(Node node, int depth) {
    if (++count > MOST) {
      if (count == MOST + 1) {
        faults.add(node, "the rule set has more than %d conditions".formatted(MOST));
      }
      return Optional.empty();
    }
    Fields fields = Fields.of(node, "a condition", KEYS, faults);
    if (fields.isMapping() && fields.keys().isEmpty()) {
      faults.add(node, "the condition is empty; it would hold for every message");
    }
    List<Condition> read = new ArrayList<>();
    for (String key : fields.keys()) {
      part(key, fields.value(key).orElseThrow(), depth).ifPresent(read::add);
    }
    if (read.isEmpty() || read.size() < fields.keys().size()) {
      return Optional.empty();
    }
    return Optional.of(read.size() == 1 ? read.get(0) : new Junction.All(read));
  }

  private Optional<Condition> part(String key, Node value, int depth) {
    return switch (key) {
      case "all" -> junction(value, depth, Junction.All::new);
      case "any" -> junction(value, depth, Junction.Any::new);
      case "none" -> junction(value, depth, Junction.None::new);
      case "text" -> parts.text(value);
      case "regex" -> regexes(value);
      case "signal" -> parts.signal(value);
      case "link" -> parts.link(value);
      case "sender" -> parts.sender(value);
      case "time" -> parts.time(value);
      default -> parts.measures(key, value);
    };
  }

  private Optional<Condition> junction(
      Node value, int depth, Function<List<Condition>, Condition> make) {
    if (depth == DEEPEST) {
      faults.add(value, "conditions within conditions are at most %d deep".formatted(DEEPEST));
      return Optional.empty();
    }
    List<Node> nodes = Fields.list(value, faults);
    List<Condition> read = new ArrayList<>();
    for (Node node : nodes) {
      read(node, depth + 1).ifPresent(read::add);
    }
    return read.isEmpty() || read.size() < nodes.size()
        ? Optional.empty()
        : Optional.of(make.apply(read));
  }

  private Optional<Condition> regexes(Node value) {
    List<Condition> read = new ArrayList<>();
    for (Node node : Fields.list(value, faults)) {
      Fields.text(node, faults)
          .flatMap(text -> reading.regexes().read(node, text))
          .ifPresent(read::add);
    }
    return read.isEmpty() ? Optional.empty() : Optional.of(new Junction.Any(read));
  }
}
