package io.smswarden.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smswarden.app.exit.ExitCode;
import io.smswarden.app.exit.UserError;
import io.smswarden.streams.PipelineObserver;
import io.smswarden.streams.TopicSerdes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

  @TempDir private Path dir;

  @Test
  void allFaultsAreToldAtOnceALineEach() throws IOException {
    Settings settings =
        file(
            """
            smswarden.bootstrap-servers=a:1
            smswarden.http.prot=8080
            smswarden.threads=none
            smswarden.guarantee=maybe
            kafka.producer.acks=some
            """);
    assertThatThrownBy(settings::configuration)
        .isInstanceOfSatisfying(
            UserError.class,
            error -> {
              assertThat(error.exitCode()).isEqualTo(ExitCode.WRONG_USE);
              assertThat(error.getMessage().lines())
                  .hasSize(4)
                  .allMatch(line -> line.startsWith(dir.resolve("test.properties").toString()))
                  .anyMatch(
                      line ->
                          line.contains(
                              "smswarden.http.prot: no such key; did you mean smswarden.http.port?"))
                  .anyMatch(
                      line -> line.contains("smswarden.threads=none") && line.contains("1 to 1000"))
                  .anyMatch(
                      line ->
                          line.contains("smswarden.guarantee=maybe")
                              && line.contains("exactly_once_v2 or at_least_once"))
                  .anyMatch(line -> line.contains("kafka.producer.acks") && line.contains("all"));
            });
  }

  @Test
  void theClustersAddressMustBeGiven() {
    Settings nothing = Settings.read(Optional.empty(), Map.of());
    assertThatThrownBy(nothing::configuration)
        .hasMessageContaining("smswarden.bootstrap-servers must be set")
        .hasMessageContaining("SMSWARDEN_BOOTSTRAP_SERVERS");
  }

  @Test
  void theEnvironmentGoesOverTheFileAndTheCommandLineOverBoth() throws IOException {
    Path file = write("smswarden.bootstrap-servers=file:1\nsmswarden.http.port=1\n");
    Settings settings =
        Settings.read(
            Optional.of(file),
            Map.of(
                "SMSWARDEN_BOOTSTRAP_SERVERS", "variable:1",
                "SMSWARDEN_HTTP_PORT", "2",
                "SMSWARDEN_KAFKA_PRODUCER_LINGER_MS", "7"));
    assertThat(settings.configuration().httpPort()).isEqualTo(2);
    assertThat(settings.configuration().bootstrapServers()).isEqualTo("variable:1");
    assertThat(settings.configuration().kafka()).isEqualTo(Map.of("producer.linger.ms", "7"));
    assertThat(settings.withBootstrapServers("option:1").configuration().bootstrapServers())
        .isEqualTo("option:1");
  }

  @Test
  void variablesThatKubernetesMakesOfAServicesNameAreNotOurs() {
    Settings settings =
        Settings.read(
            Optional.empty(),
            Map.of(
                "SMSWARDEN_PORT", "tcp://10.0.0.1:8080",
                "SMSWARDEN_SERVICE_HOST", "10.0.0.1",
                "SMSWARDEN_BOOTSTRAP_SERVERS", "a:1"));
    assertThat(settings.configuration().bootstrapServers()).isEqualTo("a:1");
  }

  @ParameterizedTest
  @CsvSource({
    "kafka.linger.sm,                 did you mean kafka.linger.ms?",
    "kafka.producer.max.poll.records, did you mean kafka.",
    "kafka.topic.retention.mss,       did you mean kafka.topic.retention.ms?",
    "kafka.bootstrap.servers,         set smswarden.bootstrap-servers instead",
    "kafka.consumer.group.id,         the pipeline depends on its own value",
    "kafka.processing.guarantee,      set smswarden.guarantee instead",
    "bootstrap.servers,               did you mean smswarden.bootstrap-servers?"
  })
  void aNameThatCannotBePassedToKafkaIsRefused(String name, String told) throws IOException {
    Settings settings = file("smswarden.bootstrap-servers=a:1\n" + name + "=1\n");
    assertThatThrownBy(settings::configuration)
        .hasMessageContaining(name)
        .hasMessageContaining(told);
  }

  @Test
  void whatIsPassedThroughReachesEachClientUnderItsOwnName() throws IOException {
    Configuration configuration =
        file("""
                smswarden.bootstrap-servers=a:1
                smswarden.threads=3
                kafka.security.protocol=SSL
                kafka.producer.linger.ms=7
                kafka.admin.request.timeout.ms=9
                kafka.topic.segment.bytes=1000000
                kafka.rack.aware.assignment.tags=zone
                kafka.client.tag.zone=north
                """)
            .configuration();

    assertThat(configuration.forAdmin())
        .containsEntry("bootstrap.servers", "a:1")
        .containsEntry("security.protocol", "SSL")
        .containsEntry("request.timeout.ms", "9")
        .doesNotContainKey("linger.ms");
    assertThat(configuration.forProducer())
        .containsEntry("linger.ms", "7")
        .doesNotContainKey("request.timeout.ms");
    assertThat(configuration.forStreams(PipelineObserver.NONE))
        .containsEntry("num.stream.threads", 3)
        .containsEntry("producer.linger.ms", "7")
        .containsEntry("processing.guarantee", StreamsConfig.EXACTLY_ONCE_V2);
  }

  @Test
  void everySettingReachesKafkaStreams() throws IOException {
    Configuration configuration =
        file("""
                smswarden.bootstrap-servers=a:1
                smswarden.application-id=other
                smswarden.state-dir=/var/lib/other
                smswarden.commit-interval=20ms
                smswarden.guarantee=at_least_once
                smswarden.standby-replicas=1
                smswarden.store-cache=1KiB
                """)
            .configuration();
    assertThat(configuration.forStreams(PipelineObserver.NONE))
        .containsEntry(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "a:1")
        .containsEntry(StreamsConfig.APPLICATION_ID_CONFIG, "other")
        .containsEntry(StreamsConfig.STATE_DIR_CONFIG, "/var/lib/other")
        .containsEntry(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 20L)
        .containsEntry(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, "at_least_once")
        .containsEntry(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, 1)
        .containsEntry(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 1024L);
  }

  @Test
  void secretsAreMasked() throws IOException {
    Settings settings =
        file(
            """
            smswarden.bootstrap-servers=a:1
            kafka.sasl.jaas.config=password\\=sesame
            kafka.producer.ssl.key.password=sesame
            kafka.linger.ms=5
            """);
    assertThat(settings.effective())
        .anyMatch(line -> line.startsWith("kafka.sasl.jaas.config=********"))
        .anyMatch(line -> line.startsWith("kafka.linger.ms=5 "))
        .noneMatch(line -> line.contains("sesame"))
        .hasSize(Key.ALL.size() + 3);
  }

  @Test
  void theSecretsOfWebhooksAreMaskedRightOrWrong() throws IOException {
    Settings right =
        file(
            """
            smswarden.bootstrap-servers=a:1
            smswarden.delivery.webhook.secrets=whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
            """);
    assertThat(right.effective())
        .anyMatch(line -> line.startsWith("smswarden.delivery.webhook.secrets=********"))
        .noneMatch(line -> line.contains("MfKQ9"));
    Settings wrong =
        file("smswarden.bootstrap-servers=a:1\nsmswarden.delivery.webhook.secrets=sesame\n");
    assertThatThrownBy(wrong::configuration)
        .hasMessageContaining("smswarden.delivery.webhook.secrets=******** is not allowed")
        .hasMessageContaining("whsec_ and 24 to 64 bytes");
    assertThat(WebhookSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").toString())
        .doesNotContain("MfKQ9");
  }

  @ParameterizedTest
  @CsvSource({
    "https://alerts.example/in,      true",
    "http://localhost:8000/in,       true",
    "http://127.1.2.3/in,            true",
    "http://[::1]:8000/in,           true",
    "http://alerts.example/in,       false",
    "http://localhost.example/in,    false",
    "http://10.0.0.1/in,             false",
  })
  void numbersOfPeopleLeaveThisMachineEncryptedOnly(String url, boolean allowed)
      throws IOException {
    String lines =
        """
        smswarden.bootstrap-servers=a:1
        smswarden.delivery.webhook.secrets=whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
        smswarden.delivery.webhook.url=%s
        """
            .formatted(url);
    if (allowed) {
      assertThat(file(lines).configuration().delivery().webhook()).isPresent();
    } else {
      Settings settings = file(lines);
      assertThatThrownBy(settings::configuration)
          .hasMessageContaining("smswarden.delivery.webhook.url=" + url)
          .hasMessageContaining("https");
    }
    assertThat(
            file(lines + "smswarden.delivery.webhook.plain-http=true\n")
                .configuration()
                .delivery()
                .webhook())
        .isPresent();
  }

  @Test
  void aWebhookIsSignedAndItsUrlHoldsNoPassword() throws IOException {
    Settings settings =
        file(
            "smswarden.bootstrap-servers=a:1\nsmswarden.delivery.webhook.url=https://a:b@c.example/\n");
    assertThatThrownBy(settings::configuration)
        .hasMessageContaining("smswarden.delivery.webhook.secrets must be set")
        .hasMessageContaining("holds a password");
  }

  @Test
  void theLongestBackoffIsLongerThanTheFirst() throws IOException {
    Settings settings =
        file(
            """
            smswarden.bootstrap-servers=a:1
            smswarden.delivery.backoff=1s
            smswarden.delivery.backoff-most=1s
            """);
    assertThatThrownBy(settings::configuration)
        .hasMessageContaining("smswarden.delivery.backoff-most must be longer");
  }

  @Test
  void theFormatsAreTheJarsUnlessARegistryIsGiven() throws IOException {
    Configuration embedded = file("smswarden.bootstrap-servers=a:1\n").configuration();
    Configuration registry =
        file("smswarden.bootstrap-servers=a:1\nsmswarden.schema.registry-url=http://r:1\n")
            .configuration();
    TopicSerdes serdes = registry.serdes();
    assertThat(embedded.registry()).isEmpty();
    assertThat(serdes).isNotNull();
    assertThat(serdes.getClass()).isNotEqualTo(embedded.serdes().getClass());
  }

  private Settings file(String content) throws IOException {
    return Settings.read(Optional.of(write(content)), Map.of());
  }

  private Path write(String content) throws IOException {
    return Files.writeString(dir.resolve("test.properties"), content);
  }
}
