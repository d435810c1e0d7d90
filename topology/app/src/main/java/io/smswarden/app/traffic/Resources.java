package io.smswarden.app.traffic;

import io.smswarden.schemas.SenderKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads the data that traffic is made of. */
final class Resources {

  private Resources() {}

  /** The lines of a wording file; {@code #} begins a comment. */
  static List<String> wordingLines(String name) {
    String file = "wording/" + name + ".txt";
    try (InputStream in = open(file);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Wording> wordings(String name) {
    return wordingLines(name).stream().map(Wording::parse).toList();
  }

  static List<Organisation> registry() {
    return ((List<?>) yaml("registry.yaml"))
        .stream().map(entry -> organisation((Map<?, ?>) entry)).toList();
  }

  private static Organisation organisation(Map<?, ?> fields) {
    return new Organisation(
        (String) fields.get("organisation"),
        SenderKind.valueOf((String) fields.get("kind")),
        (Boolean) fields.get("verified"),
        Optional.ofNullable((String) fields.get("channel")),
        texts(fields.get("senders")),
        texts(fields.get("writes")));
  }

  /** The lists of slots.yaml, with those that are names from the registry. */
  static Map<String, List<String>> slotLists(List<Organisation> registry) {
    Map<String, List<String>> lists = new HashMap<>();
    ((Map<?, ?>) yaml("slots.yaml"))
        .forEach((slot, values) -> lists.put((String) slot, texts(values)));
    lists.put("bank", names(registry, SenderKind.BANK));
    lists.put("courier", names(registry, SenderKind.COURIER));
    lists.put("telecom", names(registry, SenderKind.TELECOM));
    lists.put("shopFake", names(registry, SenderKind.COMMERCE));
    lists.put("lender", names(registry, SenderKind.LENDER));
    return lists;
  }

  private static List<String> names(List<Organisation> registry, SenderKind kind) {
    return registry.stream()
        .filter(organisation -> organisation.kind() == kind)
        .map(Organisation::name)
        // English names do not stand in Chinese wordings.
        .filter(name -> name.charAt(0) > 0x7F)
        .toList();
  }

  static Map<?, ?> mix() {
    return (Map<?, ?>) yaml("mix.yaml");
  }

  static Map<?, ?> rewordings() {
    return (Map<?, ?>) yaml("rewordings.yaml");
  }

  static List<String> texts(Object list) {
    return ((List<?>) list).stream().map(String.class::cast).toList();
  }

  private static Object yaml(String file) {
    try (InputStream in = open(file)) {
      return new Load(LoadSettings.builder().setLabel(file).build()).loadFromInputStream(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String file) {
    InputStream in = Resources.class.getResourceAsStream(file);
    if (in == null) {
      throw new IllegalStateException("the resource " + file + " is missing from the jar");
    }
    return in;
  }
}
