package io.smswarden.filter.rule;

import io.smswarden.filter.SenderId;
import io.smswarden.filter.signal.SignalTable;
import io.smswarden.filter.verdict.Category;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a rule set from YAML and reports every fault with its line and column. */
final class RuleSetReader {

  /** Rules are published as one record, see {@code deploy/topics.yaml}. */
  private static final int LARGEST = 4 * 1024 * 1024;

  /** Word lists that many rules share; what they expand to is limited where it is read. */
  private static final int MOST_ALIASES = 10_000;

  private static final int VERSION_CHARACTERS = 12;
  private static final SignalTable.Cap DEFAULT_CAP = new SignalTable.Cap(-5, 5);
  private static final Set<String> KEYS =
      Set.of("version", "home", "zone", "cap", "thresholds", "allow", "block", "rules");

  private final SignalTable table;
  private final Faults faults = new Faults();

  RuleSetReader(SignalTable table) {
    this.table = table;
  }

  RuleSet read(String yaml) {
    if (yaml.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
      faults.add(Optional.empty(), "the rule set is larger than %d bytes".formatted(LARGEST));
      faults.check();
    }
    Optional<Node> root = compose(yaml);
    if (root.isEmpty() && faults.none()) {
      faults.add(Optional.empty(), "the rule set is empty; it needs at least a version");
    }
    faults.check();
    Fields fields = Fields.of(root.orElseThrow(), "a rule set", KEYS, faults);
    RuleSet rules = read(fields, yaml);
    faults.check();
    return rules;
  }

  private Optional<Node> compose(String yaml) {
    try {
      LoadSettings settings =
          LoadSettings.builder()
              .setLabel("rule set")
              .setCodePointLimit(LARGEST)
              .setMaxAliasesForCollections(MOST_ALIASES)
              .build();
      return new Compose(settings).composeString(yaml);
    } catch (MarkedYamlEngineException e) {
      Optional<Mark> at = e.getProblemMark().or(e::getContextMark);
      faults.add(at, "this is no YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      faults.add(Optional.empty(), "this is no YAML: " + e.getMessage());
    }
    return Optional.empty();
  }

  private RuleSet read(Fields fields, String yaml) {
    fields.needed("version");
    Optional<String> label = fields.text("version");
    Optional<ZoneId> zone = fields.value("zone").flatMap(node -> Times.zone(node, faults));
    Reading reading = Reading.of(table, faults, home(fields), zone);
    SignalTable.Cap cap = cap(fields);
    Map<Category, SignalTable.Threshold> thresholds =
        fields
            .value("thresholds")
            .map(node -> new ThresholdReader(table, faults).read(node))
            .orElse(Map.of());
    List<ListEntry> allow =
        fields.value("allow").map(n -> new ListReader(reading, true).read(n)).orElse(List.of());
    List<ListEntry> block =
        fields.value("block").map(n -> new ListReader(reading, false).read(n)).orElse(List.of());
    List<Rule> rules = fields.value("rules").map(new RulesReader(reading)::read).orElse(List.of());
    faults.check();
    return new RuleSet(
        label.orElseThrow() + "-" + AccessList.sha256(yaml).substring(0, VERSION_CHARACTERS),
        table.version(),
        new RuleSet.Content(reading.home(), rules, cap, thresholds, allow, block),
        reading.literals().all(),
        reading.regexes().count(),
        table.rows().size());
  }

  private String home(Fields fields) {
    Optional<String> home = fields.text("home");
    if (home.isPresent() && !SenderId.isRegion(home.get())) {
      faults.add(
          fields.value("home").orElseThrow(),
          "'%s' is no country: expected its two capital letters (ISO 3166-1), such as CN"
              .formatted(home.get()));
      return RuleSet.NONE.home();
    }
    return home.orElse(RuleSet.NONE.home());
  }

  private SignalTable.Cap cap(Fields fields) {
    Optional<Node> node = fields.value("cap");
    if (node.isEmpty()) {
      return DEFAULT_CAP;
    }
    Fields cap = Fields.of(node.get(), "a cap", Set.of("min", "max"), faults);
    OptionalDouble min = cap.number("min");
    OptionalDouble max = cap.number("max");
    if (min.orElse(0) > 0 || max.orElse(0) < 0) {
      faults.add(node.get(), "a cap's min is not above 0 and its max not below 0");
    }
    return new SignalTable.Cap(min.orElse(DEFAULT_CAP.min()), max.orElse(DEFAULT_CAP.max()));
  }
}
