package io.smswarden.filter.contact;

import io.smswarden.filter.SenderId;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads contact rules and checks them whole. */
final class ContactRulesReader {

  private ContactRulesReader() {}

  static ContactRules read(String yaml) {
    Object root;
    try {
      root =
          new Load(LoadSettings.builder().setLabel("contact rules").build()).loadFromString(yaml);
    } catch (YamlEngineException e) {
      throw new ContactRulesException("the contact rules are not YAML: " + e.getMessage(), e);
    }
    Map<String, ContactRule> rules = new HashMap<>();
    if (root != null) {
      map(root, "the contact rules")
          .forEach((region, rule) -> rules.put(region(region), rule(region, rule)));
    }
    return new ContactRules(rules);
  }

  private static String region(String region) {
    if (!SenderId.isRegion(region)) {
      throw new ContactRulesException(
          "'%s' is no country: expected a code of ISO 3166-1 such as CN or US".formatted(region));
    }
    return region;
  }

  private static ContactRule rule(String region, Object value) {
    Map<String, Object> rule = map(value, region);
    known(rule, region, Set.of("hours", "limits"));
    List<ContactLimit> limits = new ArrayList<>();
    Object given = rule.getOrDefault("limits", List.of());
    if (!(given instanceof List<?> list)) {
      throw new ContactRulesException(region + ": limits is not a list");
    }
    list.forEach(limit -> limits.add(limit(map(limit, region + ": limits"), region)));
    return new ContactRule(
        Optional.ofNullable(rule.get("hours"))
            .map(hours -> hours(map(hours, region + ": hours"), region + ": hours")),
        limits);
  }

  private static PermittedHours hours(Map<String, Object> hours, String where) {
    known(hours, where, Set.of("from", "to", "source"));
    return new PermittedHours(
        value(hours, "from", where, LocalTime::parse, "a time of day such as '08:00', in quotes"),
        value(hours, "to", where, LocalTime::parse, "a time of day such as '21:00', in quotes"),
        value(hours, "source", where, Function.identity(), "the law or guideline"));
  }

  private static ContactLimit limit(Map<String, Object> limit, String region) {
    String where = region + ": limits";
    known(limit, where, Set.of("contacts", "within", "source"));
    int contacts = value(limit, "contacts", where, Integer::valueOf, "a number");
    Duration within =
        value(limit, "within", where, Duration::parse, "a duration such as P7D or PT24H");
    String source = value(limit, "source", where, Function.identity(), "the law or guideline");
    try {
      return new ContactLimit(contacts, within, source);
    } catch (ContactRulesException e) {
      throw new ContactRulesException(where + ": " + e.getMessage(), e);
    }
  }

  private static <T> T value(
      Map<String, Object> map,
      String key,
      String where,
      Function<String, T> parse,
      String expected) {
    Object value = map.get(key);
    if (value == null) {
      throw new ContactRulesException(
          "%s: %s is missing: expected %s".formatted(where, key, expected));
    }
    try {
      return parse.apply(String.valueOf(value));
    } catch (DateTimeException | NumberFormatException e) {
      throw new ContactRulesException(
          "%s: %s is '%s': expected %s".formatted(where, key, value, expected), e);
    }
  }

  private static void known(Map<String, Object> map, String where, Set<String> keys) {
    map.keySet().stream()
        .filter(key -> !keys.contains(key))
        .findFirst()
        .ifPresent(
            key -> {
              throw new ContactRulesException(
                  "%s: no key '%s'; one of %s"
                      .formatted(where, key, keys.stream().sorted().toList()));
            });
  }

  private static Map<String, Object> map(Object value, String where) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new ContactRulesException(where + ": expected keys with values");
    }
    Map<String, Object> values = new HashMap<>();
    map.forEach((key, item) -> values.put(String.valueOf(key), item));
    return values;
  }
}
