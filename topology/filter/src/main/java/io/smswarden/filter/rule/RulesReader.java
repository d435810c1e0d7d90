package io.smswarden.filter.rule;

import io.smswarden.filter.signal.SignalRow;
import io.smswarden.filter.verdict.Action;
import io.smswarden.filter.verdict.Category;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the rules of a rule set. */
final class RulesReader {

  private static final Set<String> KEYS =
      Set.of("code", "category", "weight", "action", "shadow", "zh", "en", "when", "examples");
  private static final int MOST_RULES = 20_000;

  /** Rules that are looked at for every message, and for many of them. */
  private static final int MOST_ALWAYS = 50;

  private static final int MOST_OFTEN = 500;
  private static final double OFTEN = 0.1;
  private static final double LARGEST_WEIGHT = 20;

  private final Reading reading;
  private final Faults faults;
  private final ConditionReader conditions;
  private final Set<String> signals;
  private final Map<String, Integer> lines = new HashMap<>();
  private int always;
  private int often;

  RulesReader(Reading reading) {
    this.reading = reading;
    this.faults = reading.faults();
    this.conditions = new ConditionReader(reading);
    this.signals = reading.table().rows().stream().map(SignalRow::code).collect(Collectors.toSet());
  }

  List<Rule> read(Node node) {
    List<Node> nodes = Fields.list(node, faults);
    if (nodes.size() > MOST_RULES) {
      faults.add(node, "%d rules of at most %d".formatted(nodes.size(), MOST_RULES));
      return List.of();
    }
    List<Rule> rules = new ArrayList<>();
    nodes.forEach(rule -> rule(rule).ifPresent(rules::add));
    return rules;
  }

  private Optional<Rule> rule(Node node) {
    Fields fields = Fields.of(node, "a rule", KEYS, faults);
    if (!fields.isMapping()) {
      return Optional.empty();
    }
    for (String key : List.of("code", "category", "zh", "en", "when")) {
      fields.needed(key);
    }
    Optional<String> code = fields.text("code").flatMap(text -> code(text, fields));
    Optional<Category> category = fields.oneOf("category", Category.class);
    Optional<Rule.Effect> effect = effect(fields);
    if (category.isPresent() && effect.isPresent()) {
      checkCategory(fields, category.get(), effect.get());
    }
    Optional<String> zh = fields.text("zh");
    Optional<String> en = fields.text("en");
    Optional<Condition> when = fields.value("when").flatMap(conditions::read);
    List<Example> examples =
        fields.value("examples").map(new ExampleReader(reading)::read).orElse(List.of());
    if (code.isEmpty()
        || category.isEmpty()
        || effect.isEmpty()
        || zh.isEmpty()
        || en.isEmpty()
        || when.isEmpty()) {
      return Optional.empty();
    }
    Reason reason = new Reason(zh.get(), en.get());
    Rule rule = new Rule(code.get(), category.get(), effect.get(), reason, when.get(), examples);
    checkCost(rule, fields.value("when").orElseThrow());
    return Optional.of(rule);
  }

  private Optional<String> code(String code, Fields fields) {
    Node at = fields.value("code").orElseThrow();
    if (!RuleSyntax.isCode(code)) {
      faults.add(at, "a code is 3 to 64 capital letters, digits and _, a letter first");
      return Optional.empty();
    }
    if (signals.contains(code) || RuleSet.reserved().contains(code)) {
      faults.add(at, "%s is the code of a signal; choose another".formatted(code));
      return Optional.empty();
    }
    int line = at.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    Integer before = lines.putIfAbsent(code, line);
    if (before != null) {
      faults.add(at, "the code %s is in line %d already".formatted(code, before));
      return Optional.empty();
    }
    return Optional.of(code);
  }

  private Optional<Rule.Effect> effect(Fields fields) {
    boolean shadow = fields.flag("shadow").orElse(false);
    OptionalDouble weight = fields.number("weight");
    Optional<Action> action = fields.oneOf("action", Action.class);
    if (fields.has("weight") == fields.has("action")) {
      faults.add(fields.node(), "a rule has either a weight or an action");
      return Optional.empty();
    }
    if (weight.isPresent() && Math.abs(weight.getAsDouble()) > LARGEST_WEIGHT) {
      faults.add(
          fields.value("weight").orElseThrow(),
          "a weight is log-odds from -%s to %s".formatted(LARGEST_WEIGHT, LARGEST_WEIGHT));
    }
    return Optional.of(new Rule.Effect(weight.orElse(0), action, shadow));
  }

  private void checkCategory(Fields fields, Category category, Rule.Effect effect) {
    boolean unwanted = ThresholdReader.unwanted(category);
    effect
        .action()
        .filter(action -> unwanted == (action == Action.ALLOW))
        .ifPresent(
            action ->
                faults.add(
                    fields.value("category").orElseThrow(),
                    "a rule that forces %s is for %s messages"
                        .formatted(
                            action,
                            unwanted ? "wanted (NORMAL or COLLECTION_LAWFUL)" : "unwanted")));
  }

  private void checkCost(Rule rule, Node at) {
    double share = rule.anchors().share();
    if (share > 1 && ++always == MOST_ALWAYS + 1) {
      faults.add(
          at,
          ("more than %d rules need no text, signal, link or sender and are looked at for every message;"
                  + " add such a condition")
              .formatted(MOST_ALWAYS));
    } else if (share <= 1 && share >= OFTEN && ++often == MOST_OFTEN + 1) {
      faults.add(
          at,
          ("more than %d rules need only what many messages have (a signal, any link, a short literal);"
                  + " add a longer text")
              .formatted(MOST_OFTEN));
    }
  }
}
