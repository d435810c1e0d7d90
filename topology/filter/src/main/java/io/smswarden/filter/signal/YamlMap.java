package io.smswarden.filter.signal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A YAML mapping whose values have an expected kind; a wrong one is named with its place. */
record YamlMap(Map<String, Object> values, String where) {

  static YamlMap of(Object value, String where) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new SignalTableException(where + ": expected keys with values");
    }
    Map<String, Object> values = new LinkedHashMap<>();
    map.forEach((key, item) -> values.put(String.valueOf(key), item));
    return new YamlMap(values, where);
  }

  static List<String> phrases(Object value, String where) {
    if (!(value instanceof List<?> list)) {
      throw new SignalTableException(where + ": expected a list of phrases");
    }
    List<String> phrases = new ArrayList<>();
    for (Object item : list) {
      if (item instanceof List<?>) {
        phrases.addAll(phrases(item, where));
      } else {
        phrases.add(String.valueOf(item));
      }
    }
    return phrases;
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  String text(String key) {
    return String.valueOf(value(key));
  }

  double number(String key) {
    if (value(key) instanceof Number number) {
      return number.doubleValue();
    }
    throw new SignalTableException(where + ": " + key + " is not a number");
  }

  List<?> list(String key) {
    if (value(key) instanceof List<?> list) {
      return list;
    }
    throw new SignalTableException(where + ": " + key + " is not a list");
  }

  Map<String, Object> map(String key) {
    return of(value(key), where + ": " + key).values;
  }

  List<String> phrases(String key) {
    return phrases(value(key), where + ": " + key);
  }

  private Object value(String key) {
    Object value = values.get(key);
    if (value == null) {
      throw new SignalTableException(where + ": " + key + " is missing");
    }
    return value;
  }
}
