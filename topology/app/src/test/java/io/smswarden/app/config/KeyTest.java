package io.smswarden.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeyTest {

  private static final Path SHIPPED = Path.of("../../deploy/smswarden.properties");

  /** What a key is expected to do. */
  private record Example(
      Key<?> key, Object byDefault, String good, Object value, List<String> bad) {}

  private static Stream<Example> examples() {
    return Stream.of(
        new Example(
            Key.BOOTSTRAP_SERVERS,
            null,
            "kafka-1:9092,[::1]:9093",
            "kafka-1:9092,[::1]:9093",
            List.of("", "kafka-1", "kafka-1:", "kafka-1:0", "kafka-1:65536", "a:1,,b:2", "a b:1")),
        new Example(
            Key.APPLICATION_ID,
            "smswarden",
            "warden-2.b",
            "warden-2.b",
            List.of("", "a b", "a_b", "x".repeat(101))),
        new Example(
            Key.STATE_DIR,
            Path.of("smswarden-data/state"),
            "/var/lib/smswarden",
            Path.of("/var/lib/smswarden"),
            List.of("", "\0")),
        new Example(Key.THREADS, 2, "16", 16, List.of("", "0", "1001", "2.5", "two")),
        new Example(
            Key.COMMIT_INTERVAL,
            Duration.ofMillis(100),
            "20ms",
            Duration.ofMillis(20),
            List.of("", "20", "0ms", "61s", "-1s", "1 fortnight")),
        new Example(
            Key.GUARANTEE,
            Guarantee.EXACTLY_ONCE_V2,
            "at_least_once",
            Guarantee.AT_LEAST_ONCE,
            List.of("", "exactly_once", "EXACTLY_ONCE_V2")),
        new Example(Key.STANDBY_REPLICAS, 0, "1", 1, List.of("", "-1", "11")),
        new Example(
            Key.STORE_CACHE,
            new DataSize(64 << 20),
            "1GiB",
            new DataSize(1 << 30),
            List.of("", "64", "64MB", "-1MiB", "999999999999GiB")),
        new Example(
            Key.STATS_GRACE,
            Duration.ofHours(24),
            "7d",
            Duration.ofDays(7),
            List.of("", "91d", "1w")),
        new Example(
            Key.CAMPAIGNS_INTERVAL,
            Duration.ofSeconds(30),
            "5m",
            Duration.ofMinutes(5),
            List.of("", "999ms", "2h")),
        new Example(Key.CAMPAIGNS_MINIMUM, 2, "5", 5, List.of("", "1", "1001")),
        new Example(
            Key.CAMPAIGNS_RECENT_TEXTS, 32_768, "1000", 1_000, List.of("", "0", "16777217")),
        new Example(Key.CAMPAIGNS_GROUPS, 5_000, "100", 100, List.of("", "0", "1000001")),
        new Example(Key.CAMPAIGNS_MOST, 10_000, "100", 100, List.of("", "0", "1000001")),
        new Example(
            Key.CAMPAIGNS_TTL,
            Duration.ofDays(3),
            "12h",
            Duration.ofHours(12),
            List.of("", "59m", "91d")),
        new Example(Key.CAMPAIGNS_WARN_SENDERS, 8, "20", 20, List.of("", "1", "1000001")),
        new Example(Key.CAMPAIGNS_WARN_SCORE, 0.8, "1", 1.0, List.of("", "0", "1.1", "NaN")),
        new Example(Key.CAMPAIGNS_WARN_COMPLAINTS, 3, "1", 1, List.of("", "0", "1000001")),
        new Example(
            Key.CAMPAIGNS_WARN_COMPLAINT_SHARE, 0.005, "0.01", 0.01, List.of("", "0", "1 %")),
        new Example(
            Key.REGISTRY_URL,
            Optional.empty(),
            "https://registry:8443/apis/registry/v3",
            Optional.of(URI.create("https://registry:8443/apis/registry/v3")),
            List.of("registry", "ftp://registry", "http://", "http://a b")),
        new Example(
            Key.HTTP_HOST, "127.0.0.1", "0.0.0.0", "0.0.0.0", List.of("", "a b", "http://a")),
        new Example(Key.HTTP_PORT, 8080, "0", 0, List.of("", "-1", "65536", "http")),
        new Example(
            Key.STARTUP_TIMEOUT,
            Duration.ofSeconds(30),
            "5m",
            Duration.ofMinutes(5),
            List.of("", "999ms", "2h")),
        new Example(
            Key.SHUTDOWN_TIMEOUT,
            Duration.ofSeconds(30),
            "1s",
            Duration.ofSeconds(1),
            List.of("", "0s", "2h")));
  }

  @Test
  void everyKeyHasAnExample() {
    assertThat(examples().map(Example::key)).containsExactlyElementsOf(Key.ALL);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void aKeyHasItsDefault(Example example) {
    if (example.byDefault() == null) {
      assertThat(example.key().kind().accepts(example.key().byDefault())).isFalse();
    } else {
      assertThat(example.key().kind().parse().apply(example.key().byDefault()))
          .isEqualTo(example.byDefault());
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void aKeyTakesAGoodValueFromFileAndEnvironment(Example example) {
    Key<?> key = example.key();
    Settings environment =
        Settings.read(Optional.empty(), Map.of(key.variable(), "  " + example.good() + " "));
    assertThat(environment.<Object>get(cast(key))).isEqualTo(example.value());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void aKeyRefusesABadValue(Example example) {
    assertThat(example.bad()).isNotEmpty().noneMatch(example.key().kind()::accepts);
    assertThat(example.key().kind().allowed()).isNotBlank();
  }

  @Test
  void theShippedFileNamesExactlyTheKnownKeysWithTheirDefaults() throws IOException {
    Map<String, String> expected = new LinkedHashMap<>();
    Key.ALL.forEach(key -> expected.put(key.name(), key.byDefault()));
    expected.put(Key.BOOTSTRAP_SERVERS.name(), "localhost:9092");

    assertThat(shipped()).containsExactlyInAnyOrderEntriesOf(expected);
  }

  @Test
  void theShippedFileIsAConfigurationOnceItsExamplesAreTakenIn(
      @org.junit.jupiter.api.io.TempDir Path dir) throws IOException {
    String uncommented = Files.readString(SHIPPED).replace("\n#kafka.", "\nkafka.");
    Path file = Files.writeString(dir.resolve("all.properties"), uncommented);
    Configuration configuration = Settings.read(Optional.of(file), Map.of()).configuration();
    assertThat(configuration.kafka()).containsEntry("security.protocol", "SASL_SSL").hasSize(5);
  }

  private static Map<String, String> shipped() throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(SHIPPED)) {
      properties.load(reader);
    }
    Map<String, String> entries = new LinkedHashMap<>();
    properties.stringPropertyNames().forEach(n -> entries.put(n, properties.getProperty(n)));
    return entries;
  }

  @SuppressWarnings("unchecked") // A key gives a value of its own type, which is an Object.
  private static Key<Object> cast(Key<?> key) {
    return (Key<Object>) key;
  }
}
