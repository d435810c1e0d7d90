package io.smswarden.filter.rule;

import io.smswarden.filter.SenderId;
import io.smswarden.filter.SenderStanding;
import io.smswarden.filter.signal.SignalRow;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the conditions that are no junctions. */
final class PartReader {

  private static final Set<String> SENDER =
      Set.of("id", "prefix", "registered", "verified", "kind", "form", "region");

  /** Aliases of long lists can make a small file large. */
  private static final int MOST_LITERALS = 300_000;

  private final Reading reading;
  private final Faults faults;
  private final List<String> signals;
  private int literals;

  PartReader(Reading reading) {
    this.reading = reading;
    this.faults = reading.faults();
    this.signals = reading.table().rows().stream().map(SignalRow::code).toList();
  }

  Optional<Condition> text(Node value) {
    List<Node> nodes = Fields.list(value, faults);
    literals += nodes.size();
    if (literals > MOST_LITERALS) {
      faults.add(value, "the rule set has more than %d texts".formatted(MOST_LITERALS));
      return Optional.empty();
    }
    List<Literal> read = new ArrayList<>();
    for (Node node : nodes) {
      Fields.text(node, faults).ifPresent(text -> literal(node, text).ifPresent(read::add));
    }
    return read.isEmpty() ? Optional.empty() : Optional.of(new TextCondition(read));
  }

  private Optional<Literal> literal(Node node, String text) {
    if (LiteralPool.hasDigit(text) && (text.contains("{number}") || text.contains("{long}"))) {
      faults.add(
          node,
          "a literal has either digits, which are matched as written, or {number} and {long}; write a regex");
      return Optional.empty();
    }
    Optional<Literal> literal = reading.literals().written(text);
    if (literal.isEmpty()) {
      faults.add(node, "nothing is left of '%s' after normalisation".formatted(text));
    }
    return literal;
  }

  Optional<Condition> signal(Node value) {
    List<Condition> fired = new ArrayList<>();
    for (Node node : Fields.list(value, faults)) {
      if (node instanceof MappingNode) {
        Fields fields = Fields.of(node, "a signal", Set.of("code", "min"), faults);
        OptionalDouble least = fields.number("min");
        if (least.isPresent() && !(least.getAsDouble() >= 0 && least.getAsDouble() <= 1)) {
          faults.add(fields.value("min").orElseThrow(), "a strength is from 0 to 1");
        }
        fields.needed("code").flatMap(code -> fired(code, least.orElse(0))).ifPresent(fired::add);
      } else {
        fired(node, 0).ifPresent(fired::add);
      }
    }
    return fired.isEmpty() ? Optional.empty() : Optional.of(new Junction.Any(fired));
  }

  private Optional<Condition> fired(Node node, double least) {
    Optional<String> code = Fields.text(node, faults);
    if (code.isEmpty()) {
      return Optional.empty();
    }
    int row = signals.indexOf(code.get());
    if (row < 0) {
      faults.unknown(node, "signal", code.get(), signals);
      return Optional.empty();
    }
    return Optional.of(new SignalCondition(row, least));
  }

  Optional<Condition> link(Node value) {
    if (!(value instanceof MappingNode)) {
      Set<LinkCondition.Kind> kinds = kinds(value, "link", LinkCondition.Kind.class);
      return Optional.of(new LinkCondition(kinds, List.of(), List.of()));
    }
    Fields fields = Fields.of(value, "a link", Set.of("kind", "host", "domain"), faults);
    notEmpty(fields);
    return Optional.of(
        new LinkCondition(
            fields
                .value("kind")
                .map(node -> kinds(node, "kind", LinkCondition.Kind.class))
                .orElse(Set.of()),
            hosts(fields, "host"),
            hosts(fields, "domain")));
  }

  private List<String> hosts(Fields fields, String key) {
    return fields.list(key).stream().flatMap(node -> reading.host(node).stream()).toList();
  }

  private <E extends Enum<E>> Set<E> kinds(Node value, String what, Class<E> type) {
    Set<E> found = EnumSet.noneOf(type);
    for (Node node : Fields.list(value, faults)) {
      Fields.oneOf(node, what, type, faults).ifPresent(found::add);
    }
    return found;
  }

  Optional<Condition> sender(Node value) {
    Fields fields = Fields.of(value, "a sender", SENDER, faults);
    notEmpty(fields);
    Set<String> ids = new HashSet<>();
    fields
        .list("id")
        .forEach(node -> reading.sender(node).map(SenderId::value).ifPresent(ids::add));
    List<String> prefixes =
        fields.list("prefix").stream()
            .flatMap(node -> ListReader.prefix(node, reading).stream())
            .distinct()
            .toList();
    return Optional.of(
        new SenderCondition(
            ids,
            prefixes,
            fields.flag("registered"),
            fields.flag("verified"),
            fields
                .value("kind")
                .map(node -> kinds(node, "kind", SenderStanding.Kind.class))
                .orElse(Set.of()),
            fields
                .value("form")
                .map(node -> kinds(node, "form", SenderId.Form.class))
                .orElse(Set.of()),
            regions(fields)));
  }

  private Set<String> regions(Fields fields) {
    Set<String> regions = new HashSet<>();
    for (Node node : fields.list("region")) {
      Optional<String> region = Fields.text(node, faults);
      region.ifPresent(regions::add);
      if (region.isPresent() && !SenderId.isRegion(region.get())) {
        faults.add(
            node,
            "'%s' is no country: expected its two capital letters (ISO 3166-1), such as CN"
                .formatted(region.get()));
      }
    }
    return regions;
  }

  /** The figures of a sender, all of which must be within their bounds. */
  Optional<Condition> measures(String group, Node value) {
    List<MeasureCondition.Measure> measures =
        Arrays.stream(MeasureCondition.Measure.values())
            .filter(measure -> measure.group().equals(group))
            .toList();
    Set<String> keys =
        measures.stream().map(MeasureCondition.Measure::key).collect(Collectors.toSet());
    Fields fields = Fields.of(value, "figures of a sender", keys, faults);
    notEmpty(fields);
    List<Condition> conditions = new ArrayList<>();
    for (MeasureCondition.Measure measure : measures) {
      fields
          .value(measure.key())
          .flatMap(node -> comparison(node, measure))
          .ifPresent(bound -> conditions.add(new MeasureCondition(measure, bound)));
    }
    return conditions.isEmpty() ? Optional.empty() : Optional.of(new Junction.All(conditions));
  }

  private Optional<Comparison> comparison(Node node, MeasureCondition.Measure measure) {
    Optional<String> text = Fields.text(node, faults);
    Optional<Comparison> comparison = text.flatMap(Comparison::parse);
    if (text.isPresent() && comparison.isEmpty()) {
      faults.add(node, "expected %s".formatted(Comparison.FORM));
    }
    if (comparison.isPresent() && !comparison.get().possible(0, measure.most())) {
      faults.add(
          node,
          "%s is never so: it is not negative%s"
              .formatted(measure.key(), measure.most() == 1 ? " and at most 1" : ""));
    }
    return comparison;
  }

  Optional<Condition> time(Node value) {
    Fields fields = Fields.of(value, "a time", Set.of("from", "to", "zone", "days"), faults);
    notEmpty(fields);
    OptionalInt from = clock(fields, "from", 0);
    OptionalInt to = clock(fields, "to", 24 * 60);
    if (from.isPresent() && from.equals(to)) {
      faults.add(value, "from and to are the same: such a time never is");
    }
    Optional<ZoneId> zone =
        fields.has("zone")
            ? fields.value("zone").flatMap(node -> Times.zone(node, faults))
            : reading.zone();
    if (zone.isEmpty() && !fields.has("zone")) {
      faults.add(value, "whose time? give a zone such as Asia/Shanghai, here or to the rule set");
    }
    Set<DayOfWeek> days =
        fields
            .value("days")
            .map(node -> kinds(node, "day", DayOfWeek.class))
            .orElse(EnumSet.allOf(DayOfWeek.class));
    return from.isPresent() && to.isPresent() && zone.isPresent()
        ? Optional.of(new TimeCondition(from.getAsInt(), to.getAsInt(), zone.get(), days))
        : Optional.empty();
  }

  private OptionalInt clock(Fields fields, String key, int otherwise) {
    Optional<Node> value = fields.value(key);
    return value.isPresent() ? Times.clock(value.get(), faults) : OptionalInt.of(otherwise);
  }

  private void notEmpty(Fields fields) {
    if (fields.isMapping() && fields.keys().isEmpty()) {
      faults.add(fields.node(), "the condition is empty; it would hold for every message");
    }
  }
}
