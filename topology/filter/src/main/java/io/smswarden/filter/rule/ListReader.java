package io.smswarden.filter.rule;

import io.smswarden.filter.SenderId;
import io.smswarden.filter.verdict.Category;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the allow or the block list. */
final class ListReader {

  private static final Set<String> NAMING =
      Arrays.stream(ListEntry.Kind.values())
          .map(ListEntry.Kind::key)
          .collect(Collectors.toUnmodifiableSet());
  private static final int SHORTEST_PREFIX = 3;

  private final Reading reading;
  private final Faults faults;
  private final boolean allow;
  private final Map<String, Integer> lines = new HashMap<>();

  ListReader(Reading reading, boolean allow) {
    this.reading = reading;
    this.faults = reading.faults();
    this.allow = allow;
  }

  List<ListEntry> read(Node node) {
    List<ListEntry> entries = new ArrayList<>();
    for (Node element : Fields.list(node, faults)) {
      entry(element).ifPresent(entries::add);
    }
    return entries;
  }

  private Optional<ListEntry> entry(Node node) {
    Set<String> keys = new java.util.HashSet<>(NAMING);
    keys.addAll(allow ? Set.of("until", "reason") : Set.of("until", "reason", "category"));
    Fields fields = Fields.of(node, "an entry", keys, faults);
    if (!fields.isMapping()) {
      return Optional.empty();
    }
    Optional<Instant> until = fields.value("until").flatMap(at -> Times.until(at, reading));
    Optional<Category> category = fields.oneOf("category", Category.class);
    if (category.isPresent() && !ThresholdReader.unwanted(category.get())) {
      faults.add(fields.value("category").orElseThrow(), "what is blocked is not wanted");
    }
    Reason reason = reason(fields.text("reason"));
    List<String> naming = fields.keys().stream().filter(NAMING::contains).toList();
    if (naming.size() != 1) {
      faults.add(
          node,
          "an entry names one thing: a key of %s".formatted(NAMING.stream().sorted().toList()));
      return Optional.empty();
    }
    Node value = fields.value(naming.get(0)).orElseThrow();
    ListEntry.Kind kind =
        Arrays.stream(ListEntry.Kind.values())
            .filter(k -> k.key().equals(naming.get(0)))
            .findAny()
            .orElseThrow();
    return name(kind, value)
        .filter(name -> once(kind, name, value))
        .map(name -> new ListEntry(kind, name, until, category, reason));
  }

  private Reason reason(Optional<String> given) {
    String behindZh = given.map(reason -> "：" + reason).orElse("");
    String behindEn = given.map(reason -> ": " + reason).orElse("");
    return new Reason(
        (allow ? "在白名单中" : "在黑名单中") + behindZh,
        (allow ? "on the allow list" : "on the block list") + behindEn);
  }

  private boolean once(ListEntry.Kind kind, String name, Node at) {
    int line = at.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    Integer before = lines.putIfAbsent(kind.key() + " " + name, line);
    if (before != null) {
      faults.add(at, "the same entry is in line %d already".formatted(before));
    }
    return before == null;
  }

  private Optional<String> name(ListEntry.Kind kind, Node value) {
    return switch (kind) {
      case SENDER -> reading.sender(value).map(SenderId::value);
      case SENDER_PREFIX -> prefix(value, reading);
      case HOST, DOMAIN -> reading.host(value);
      case TEXT -> text(value);
      case TEXT_SHA256 -> hash(value);
    };
  }

  /** The beginning of a sender in canonical form. */
  static Optional<String> prefix(Node value, Reading reading) {
    Optional<String> prefix = Fields.text(value, reading.faults()).map(String::strip);
    if (prefix.isPresent() && prefix.get().length() < SHORTEST_PREFIX) {
      reading
          .faults()
          .add(
              value,
              "a prefix has at least %d characters; a number begins with + and its country code"
                  .formatted(SHORTEST_PREFIX));
      return Optional.empty();
    }
    return prefix;
  }

  private Optional<String> text(Node value) {
    Optional<String> written = Fields.text(value, faults);
    Optional<String> normal = written.map(reading.literals()::whole);
    if (normal.isPresent() && normal.get().isEmpty()) {
      faults.add(value, "nothing is left of the text after normalisation");
      return Optional.empty();
    }
    if (allow && normal.isPresent() && RuleSyntax.leadsAway(normal.get())) {
      faults.add(
          value,
          "an allowed text with a link or a long number would let through anyone's: allow the sender or domain");
      return Optional.empty();
    }
    return normal;
  }

  private Optional<String> hash(Node value) {
    Optional<String> hash = Fields.text(value, faults);
    if (hash.isPresent() && !hash.get().matches("[0-9a-f]{64}")) {
      faults.add(value, "expected the SHA-256 of a normalised text: 64 of 0-9 and a-f");
      return Optional.empty();
    }
    return hash;
  }
}
