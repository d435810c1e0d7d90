package io.smswarden.filter.signal;

import io.smswarden.filter.verdict.Category;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads a signal table from YAML and checks it whole. */
final class SignalTableReader {

  private static final int VERSION_BYTES = 6;
  private static final int ANYWHERE = Integer.MAX_VALUE;

  private SignalTableReader() {}

  static SignalTable read(String yaml) {
    Object root;
    try {
      root = new Load(LoadSettings.builder().setLabel("signal table").build()).loadFromString(yaml);
    } catch (YamlEngineException e) {
      throw new SignalTableException("the signal table is not YAML: " + e.getMessage(), e);
    }
    YamlMap table = YamlMap.of(root, "the signal table");
    Map<String, SignalTable.Cap> caps = new LinkedHashMap<>();
    table
        .map("caps")
        .forEach((group, cap) -> caps.put(group, cap(YamlMap.of(cap, "cap " + group))));
    Map<Category, SignalTable.Threshold> thresholds = new EnumMap<>(Category.class);
    table
        .map("thresholds")
        .forEach(
            (name, value) -> {
              YamlMap threshold = YamlMap.of(value, "threshold " + name);
              thresholds.put(
                  category(name, "thresholds"),
                  new SignalTable.Threshold(threshold.number("warn"), threshold.number("block")));
            });
    List<SignalRow> rows = new ArrayList<>();
    for (Object row : table.list("signals")) {
      rows.add(row(YamlMap.of(row, "signal " + (rows.size() + 1))));
    }
    check(rows, caps);
    return new SignalTable(rows, caps, thresholds, hash(yaml));
  }

  private static SignalTable.Cap cap(YamlMap cap) {
    return new SignalTable.Cap(cap.number("min"), cap.number("max"));
  }

  private static SignalRow row(YamlMap row) {
    String code = row.text("code");
    List<List<String>> needed = new ArrayList<>();
    if (row.has("any")) {
      needed.add(row.phrases("any"));
    }
    if (row.has("all")) {
      for (Object list : row.list("all")) {
        needed.add(YamlMap.phrases(list, "signal " + code + ": all"));
      }
    }
    return new SignalRow(
        code,
        row.text("group"),
        category(row.text("category"), "signal " + code),
        row.number("weight"),
        row.has("vote") ? row.number("vote") : 1,
        needed,
        row.has("within") ? (int) row.number("within") : ANYWHERE,
        row.has("none") ? row.phrases("none") : List.of(),
        row.text("zh"),
        row.text("en"));
  }

  private static void check(List<SignalRow> rows, Map<String, SignalTable.Cap> caps) {
    Set<String> codes = new HashSet<>();
    for (SignalRow row : rows) {
      if (!codes.add(row.code())) {
        throw new SignalTableException("two signals are named " + row.code());
      }
      if (!caps.containsKey(row.group())) {
        throw new SignalTableException(
            "signal "
                + row.code()
                + ": group "
                + row.group()
                + " has no cap; caps: "
                + caps.keySet());
      }
    }
  }

  private static Category category(String name, String where) {
    try {
      return Category.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw new SignalTableException(
          where + ": no category " + name + "; one of " + List.of(Category.values()), e);
    }
  }

  private static String hash(String yaml) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(yaml.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, VERSION_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
