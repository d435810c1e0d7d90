package io.smswarden.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.smswarden.console.http.Role;
import io.smswarden.filter.alert.QuietHours;
import io.smswarden.streams.PipelineSettings.Complaints;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.streams.state.HostInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeyTest {

  private static final Path SHIPPED = Path.of("../../deploy/smswarden.properties");

  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String OTHER_SECRET = "whsec_c21zIHdhcmRlbiwgYSBzZWNvbmQgc2VjcmV0";

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
        new Example(Key.SECOND_STAGE, SecondStage.ON, "off", SecondStage.OFF, List.of("", "yes")),
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
            Key.CONTACT_RULES,
            Optional.empty(),
            "/etc/smswarden/contact.yaml",
            Optional.of(Path.of("/etc/smswarden/contact.yaml")),
            List.of("\0")),
        new Example(
            Key.REPUTATION_HALF_LIFE,
            Duration.ofDays(30),
            "7d",
            Duration.ofDays(7),
            List.of("", "30", "0s", "4000d")),
        new Example(Key.COMPLAINT_WEIGHT, 3.0, "2.5", 2.5, List.of("", "-1", "1001", "NaN")),
        new Example(Key.FAN_OUT, 300, "100", 100, List.of("", "0", "many")),
        new Example(Key.PER_HOUR, 200, "50", 50, List.of("", "0", "-5")),
        new Example(Key.PER_DAY, 1000, "500", 500, List.of("", "0", "1e3")),
        new Example(
            Key.NIGHT_FROM,
            LocalTime.of(21, 0),
            "22:30",
            LocalTime.of(22, 30),
            List.of("", "21", "24:00", "9pm")),
        new Example(
            Key.NIGHT_TO, LocalTime.of(8, 0), "07:00", LocalTime.of(7, 0), List.of("", "7:00")),
        new Example(
            Key.BEHAVIOUR_IDLE,
            Duration.ofDays(14),
            "30d",
            Duration.ofDays(30),
            List.of("", "1h", "400d")),
        new Example(
            Key.ALERTS_AGAIN,
            Duration.ofDays(1),
            "7d",
            Duration.ofDays(7),
            List.of("", "23h", "32d")),
        new Example(
            Key.ALERTS_DIGEST_AT,
            LocalTime.of(19, 0),
            "08:30",
            LocalTime.of(8, 30),
            List.of("", "24:00", "8", "8 pm")),
        new Example(
            Key.ALERTS_QUIET,
            Optional.empty(),
            "22:00-07:30",
            Optional.of(new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 30))),
            List.of("22:00", "22-7", "-", "22:00-")),
        new Example(Key.ALERTS_DAILY_CAP, 5, "1", 1, List.of("", "0", "101")),
        new Example(
            Key.WEBHOOK_URL,
            Optional.empty(),
            "https://alerts.internal/in",
            Optional.of(URI.create("https://alerts.internal/in")),
            List.of("alerts", "ftp://alerts", "https://")),
        new Example(
            Key.WEBHOOK_SECRETS,
            List.of(),
            SECRET + ", " + OTHER_SECRET,
            List.of(WebhookSecret.parse(SECRET), WebhookSecret.parse(OTHER_SECRET)),
            List.of("sesame", "whsec_", "whsec_c2hvcnQ=", "whsec_???", SECRET + ",")),
        new Example(Key.WEBHOOK_PLAIN_HTTP, false, "true", true, List.of("", "yes", "TRUE", "1")),
        new Example(
            Key.WEBHOOK_TIMEOUT,
            Duration.ofSeconds(10),
            "500ms",
            Duration.ofMillis(500),
            List.of("", "99ms", "2m")),
        new Example(Key.DELIVERY_CONCURRENCY, 16, "1", 1, List.of("", "0", "257")),
        new Example(Key.DELIVERY_ATTEMPTS, 8, "1", 1, List.of("", "0", "101")),
        new Example(
            Key.DELIVERY_BACKOFF,
            Duration.ofSeconds(1),
            "100ms",
            Duration.ofMillis(100),
            List.of("", "9ms", "2m")),
        new Example(
            Key.DELIVERY_BACKOFF_MOST,
            Duration.ofMinutes(2),
            "1h",
            Duration.ofHours(1),
            List.of("", "99ms", "2h")),
        new Example(
            Key.DELIVERY_PAUSE,
            Duration.ofSeconds(30),
            "5m",
            Duration.ofMinutes(5),
            List.of("", "9ms", "2h")),
        new Example(
            Key.DELIVERY_EXPIRY,
            Duration.ofHours(3),
            "12h",
            Duration.ofHours(12),
            List.of("", "59s", "13h")),
        new Example(
            Key.EVIDENCE_KEY_FILE,
            Optional.empty(),
            "/etc/smswarden/evidence.pem",
            Optional.of(Path.of("/etc/smswarden/evidence.pem")),
            List.of("\0")),
        new Example(
            Key.EVIDENCE_CHECKPOINT_INTERVAL,
            Duration.ofMinutes(1),
            "10s",
            Duration.ofSeconds(10),
            List.of("", "999ms", "2d")),
        new Example(
            Key.COMPLAINTS_SHORT_CODES,
            Set.of("7726"),
            "12321, 7726",
            Set.of("12321", "7726"),
            List.of("12", "123456789", "7726,", "+7726", "spam")),
        new Example(
            Key.COMPLAINTS_LINK,
            Complaints.Link.FLAGGED,
            "all",
            Complaints.Link.ALL,
            List.of("", "FLAGGED", "some")),
        new Example(
            Key.COMPLAINTS_INBOX,
            Duration.ofDays(3),
            "7d",
            Duration.ofDays(7),
            List.of("", "59m", "32d")),
        new Example(
            Key.COMPLAINTS_ANSWER,
            Duration.ofDays(1),
            "12h",
            Duration.ofHours(12),
            List.of("", "59m", "8d")),
        new Example(Key.COMPLAINTS_DAILY_REPLIES, 20, "1", 1, List.of("", "0", "1001")),
        new Example(
            Key.COMPLAINTS_HALF_LIFE,
            Duration.ofDays(90),
            "30d",
            Duration.ofDays(30),
            List.of("", "23h", "366d")),
        new Example(Key.COMPLAINTS_DAILY_FULL, 5, "1", 1, List.of("", "0", "1001")),
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
            Key.HTTP_ADVERTISED,
            Optional.empty(),
            "warden-1.internal:8080",
            Optional.of(new HostInfo("warden-1.internal", 8080)),
            List.of("warden-1", "a:0", "a:1,b:2", "http://a:1/")),
        new Example(Key.CONSOLE_WARNINGS, 5000, "100", 100, List.of("", "99", "1000001")),
        new Example(Key.CONSOLE_READERS, 100, "1", 1, List.of("", "0", "10001")),
        new Example(
            Key.CONSOLE_INSTANCE_SECRET,
            Optional.empty(),
            "0123456789abcdef",
            Optional.of("0123456789abcdef"),
            List.of("short", "0123456789abcde")),
        new Example(
            Key.CONSOLE_ACCOUNTS,
            Optional.empty(),
            "/etc/smswarden/accounts.yaml",
            Optional.of(Path.of("/etc/smswarden/accounts.yaml")),
            List.of("\0")),
        new Example(Key.CONSOLE_REGION, "CN", "DE", "DE", List.of("", "cn", "China", "ZZ")),
        new Example(
            Key.CONSOLE_SESSION_IDLE,
            Duration.ofMinutes(30),
            "10m",
            Duration.ofMinutes(10),
            List.of("", "30", "59s", "2d")),
        new Example(
            Key.CONSOLE_SESSION_LONGEST,
            Duration.ofHours(12),
            "1d",
            Duration.ofDays(1),
            List.of("", "1m", "8d")),
        new Example(
            Key.CONSOLE_PUBLIC_URL,
            Optional.empty(),
            "https://warden.operator.example",
            Optional.of(URI.create("https://warden.operator.example")),
            List.of("warden.operator.example", "ftp://warden.operator.example")),
        new Example(Key.CONSOLE_BEHIND_PROXY, false, "true", true, List.of("", "yes", "TRUE", "1")),
        new Example(
            Key.OIDC_ISSUER,
            Optional.empty(),
            "https://id.operator.example/realms/staff",
            Optional.of(URI.create("https://id.operator.example/realms/staff")),
            List.of("id.operator.example")),
        new Example(
            Key.OIDC_CLIENT_ID, Optional.empty(), "warden", Optional.of("warden"), List.of("a\nb")),
        new Example(
            Key.OIDC_CLIENT_SECRET,
            Optional.empty(),
            "a secret",
            Optional.of("a secret"),
            List.of("a\nb")),
        new Example(
            Key.OIDC_ROLE_CLAIM,
            "roles",
            "realm_access.roles",
            "realm_access.roles",
            List.of("", ".", "a.", "a b")),
        new Example(
            Key.OIDC_ROLES,
            Map.of(),
            "spam desk=ANALYST, cn=it,dc=x=ADMIN".replace(",dc", "+dc"),
            Map.of("spam desk", Role.ANALYST, "cn=it+dc=x", Role.ADMIN),
            List.of("ANALYST", "=ADMIN", "desk=BOSS", "desk=APP", "desk=INSTANCE", "a=ADMIN,")),
        new Example(
            Key.TLS_CERTIFICATE,
            Optional.empty(),
            "/etc/smswarden/tls.crt",
            Optional.of(Path.of("/etc/smswarden/tls.crt")),
            List.of("\0")),
        new Example(
            Key.TLS_KEY,
            Optional.empty(),
            "/etc/smswarden/tls.key",
            Optional.of(Path.of("/etc/smswarden/tls.key")),
            List.of("\0")),
        new Example(
            Key.TLS_KEYSTORE,
            Optional.empty(),
            "/etc/smswarden/tls.p12",
            Optional.of(Path.of("/etc/smswarden/tls.p12")),
            List.of("\0")),
        new Example(
            Key.TLS_KEYSTORE_PASSWORD,
            Optional.empty(),
            "changeit",
            Optional.of("changeit"),
            List.of("a\nb")),
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
