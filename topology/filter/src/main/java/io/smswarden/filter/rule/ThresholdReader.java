package io.smswarden.filter.rule;

import io.smswarden.filter.signal.SignalTable;
import io.smswarden.filter.verdict.Category;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads thresholds that stand in place of the signal table's. */
final class ThresholdReader {

  /** Above any score. */
  private static final double NEVER = 2;

  /** Categories of wanted messages are always let through. */
  private static final Set<String> UNWANTED =
      Arrays.stream(Category.values())
          .filter(ThresholdReader::unwanted)
          .map(Category::name)
          .collect(Collectors.toUnmodifiableSet());

  private final SignalTable table;
  private final Faults faults;

  ThresholdReader(SignalTable table, Faults faults) {
    this.table = table;
    this.faults = faults;
  }

  static boolean unwanted(Category category) {
    return category != Category.NORMAL && category != Category.COLLECTION_LAWFUL;
  }

  Map<Category, SignalTable.Threshold> read(Node node) {
    Fields categories = Fields.of(node, "thresholds by category", UNWANTED, faults);
    Map<Category, SignalTable.Threshold> thresholds = new EnumMap<>(Category.class);
    for (String name : categories.keys()) {
      Category category = Category.valueOf(name);
      thresholds.put(category, threshold(categories.value(name).orElseThrow(), category));
    }
    return thresholds;
  }

  private SignalTable.Threshold threshold(Node node, Category category) {
    Fields fields = Fields.of(node, "a threshold", Set.of("warn", "block"), faults);
    SignalTable.Threshold shipped = table.threshold(category);
    double warn = fields.value("warn").flatMap(this::score).orElse(shipped.warn());
    double block = fields.value("block").flatMap(this::score).orElse(shipped.block());
    if (fields.isMapping() && fields.keys().isEmpty()) {
      faults.add(
          node, "the threshold of %s changes nothing: expected warn or block".formatted(category));
    }
    if (block < warn) {
      faults.add(
          node,
          "%s would be blocked from %s on and warned of from %s on: block is not below warn"
              .formatted(category, block, warn));
    }
    return new SignalTable.Threshold(warn, block);
  }

  private Optional<Double> score(Node node) {
    if (node instanceof ScalarNode scalar) {
      if (scalar.getValue().equals("never")) {
        return Optional.of(NEVER);
      }
      var number = Numbers.parse(scalar.getValue());
      if (number.isPresent() && number.getAsDouble() > 0 && number.getAsDouble() <= 1) {
        return Optional.of(number.getAsDouble());
      }
    }
    faults.add(node, "expected a score above 0 and at most 1, or never");
    return Optional.empty();
  }
}
