package io.smswarden.app.config;

import io.smswarden.app.exit.UserError;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The configuration as it was given: a properties file with keys {@code smswarden.*} and {@code
 * kafka.*}, over which environment variables go: {@code SMSWARDEN_HTTP_PORT} for {@code
 * smswarden.http.port}, {@code SMSWARDEN_KAFKA_SECURITY_PROTOCOL} for {@code
 * kafka.security.protocol}.
 */
public final class Settings {

  private static final String HIDDEN = "********";

  private final Map<String, Setting> settings;

  private Settings(Map<String, Setting> settings) {
    this.settings = new TreeMap<>(settings);
  }

  /**
   * Reads a file and the environment.
   *
   * @throws UserError when the file can't be read; what it says is judged by {@link
   *     #configuration()}
   */
  public static Settings read(Optional<Path> file, Map<String, String> environment) {
    Map<String, Setting> settings = new TreeMap<>();
    file.ifPresent(path -> settings.putAll(Settings.of(path)));
    settings.putAll(of(environment));
    return new Settings(settings);
  }

  /** The defaults with a cluster's address. */
  public static Settings forCluster(String bootstrapServers) {
    return new Settings(Map.of()).withBootstrapServers(bootstrapServers);
  }

  /** The same with another value of a key, given at {@code origin}. */
  public Settings with(String key, String value, String origin) {
    Map<String, Setting> changed = new TreeMap<>(settings);
    changed.put(key, new Setting(value, origin));
    return new Settings(changed);
  }

  /** The same with another cluster's address, given on the command line. */
  public Settings withBootstrapServers(String servers) {
    return with(Key.BOOTSTRAP_SERVERS.name(), servers, "--bootstrap-servers");
  }

  /**
   * The typed configuration.
   *
   * @throws UserError with all faults, a line each
   */
  public Configuration configuration() {
    List<String> faults = new ArrayList<>();
    settings.forEach((name, setting) -> unknown(name, setting).ifPresent(faults::add));
    Key.ALL.forEach(key -> wrongValue(key).ifPresent(faults::add));
    aloneOrSecret().ifPresent(faults::add);
    Together.faults(key -> setting(key).text()).forEach(faults::add);
    if (!faults.isEmpty()) {
      throw UserError.wrongUse(faults);
    }
    return Configuration.of(this);
  }

  /** Who can be reached by other instances must know them from others. */
  private Optional<String> aloneOrSecret() {
    return setting(Key.HTTP_ADVERTISED).text().isEmpty()
            || !setting(Key.CONSOLE_INSTANCE_SECRET).text().isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%s is set, so %s must be as well, to the same for all instances: 'openssl rand -hex 32' makes one"
                .formatted(Key.HTTP_ADVERTISED.name(), Key.CONSOLE_INSTANCE_SECRET.name()));
  }

  /**
   * The file of the console's accounts alone, whatever else is set.
   *
   * @throws UserError when it is not set
   */
  public Path accountsFile() {
    return get(Key.CONSOLE_ACCOUNTS)
        .orElseThrow(
            () ->
                UserError.wrongUse(
                    "%s is not set: give it in the file of --config, or give --accounts-file"
                        .formatted(Key.CONSOLE_ACCOUNTS.name())));
  }

  <T> T get(Key<T> key) {
    return key.kind().parse().apply(setting(key).text());
  }

  /** What is passed through, by Kafka's own names. */
  Map<String, String> kafka() {
    return settings.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(KafkaKeys.PREFIX))
        .collect(Collectors.toMap(entry -> bare(entry.getKey()), entry -> entry.getValue().text()));
  }

  private Setting setting(Key<?> key) {
    return settings.getOrDefault(key.name(), new Setting(key.byDefault(), Setting.DEFAULT));
  }

  private Optional<String> wrongValue(Key<?> key) {
    Setting setting = setting(key);
    if (key.kind().accepts(setting.text())) {
      return Optional.empty();
    }
    return Optional.of(
        setting.origin().equals(Setting.DEFAULT)
            ? "%s must be set, in the file of --config or as %s; allowed: %s"
                .formatted(key.name(), key.variable(), key.kind().allowed())
            : "%s: %s=%s is not allowed; allowed: %s"
                .formatted(setting.origin(), key.name(), shown(key), key.kind().allowed()));
  }

  /** Every key with the value in force and where it comes from, a line each; secrets are masked. */
  public List<String> effective() {
    Stream<String> ours =
        Key.ALL.stream().map(key -> line(key.name(), shown(key), setting(key).origin()));
    Stream<String> kafkas =
        settings.entrySet().stream()
            .filter(entry -> entry.getKey().startsWith(KafkaKeys.PREFIX))
            .map(
                entry ->
                    line(
                        entry.getKey(),
                        KafkaKeys.secret(bare(entry.getKey())) ? HIDDEN : entry.getValue().text(),
                        entry.getValue().origin()));
    return Stream.concat(ours, kafkas).toList();
  }

  private String shown(Key<?> key) {
    String text = setting(key).text();
    return key.secret() && !text.isEmpty() ? HIDDEN : text;
  }

  private static String line(String name, String text, String origin) {
    return "%s=%s  # %s".formatted(name, text, origin);
  }

  private static Optional<String> unknown(String name, Setting setting) {
    if (name.startsWith(KafkaKeys.PREFIX)) {
      return KafkaKeys.fault(bare(name), setting.text())
          .map(fault -> "%s: %s: %s".formatted(setting.origin(), name, fault));
    }
    List<String> names = Key.ALL.stream().map(Key::name).toList();
    return names.contains(name)
        ? Optional.empty()
        : Optional.of(
            "%s: %s: no such key; did you mean %s?"
                .formatted(setting.origin(), name, Nearest.of(name, names)));
  }

  private static String bare(String name) {
    return name.substring(KafkaKeys.PREFIX.length());
  }

  private static Map<String, Setting> of(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (NoSuchFileException e) {
      throw UserError.wrongUse(
          "no such file: %s; give the configuration's path".formatted(file), e);
    } catch (IOException | IllegalArgumentException e) {
      throw UserError.wrongUse(
          "can't read %s as a properties file in UTF-8: %s".formatted(file, e.getMessage()), e);
    }
    return properties.stringPropertyNames().stream()
        .collect(
            Collectors.toMap(
                name -> name, name -> new Setting(properties.getProperty(name), file.toString())));
  }

  /** Other variables of our prefix are not ours: a Kubernetes service adds some by its name. */
  private static Map<String, Setting> of(Map<String, String> environment) {
    Map<String, Setting> found = new TreeMap<>();
    Stream.concat(
            Key.ALL.stream().map(Key::name),
            KafkaKeys.names().stream()
                .sorted(Comparator.reverseOrder())
                .map(name -> KafkaKeys.PREFIX + name))
        .forEach(
            name -> {
              String variable = variable(name);
              if (environment.containsKey(variable)) {
                found.put(name, new Setting(environment.get(variable), variable));
              }
            });
    return found;
  }

  private static String variable(String name) {
    return Key.variable(name.startsWith(KafkaKeys.PREFIX) ? Key.PREFIX + name : name);
  }
}
