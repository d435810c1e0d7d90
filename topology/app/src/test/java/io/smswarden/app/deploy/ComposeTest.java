package io.smswarden.app.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.smswarden.app.config.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import kafka.server.KafkaConfig;
import org.apache.kafka.server.config.AbstractKafkaConfig;
import org.junit.jupiter.api.Test;

class ComposeTest {

  private final Compose compose = new Compose();

  @Test
  void theBrokersAreThreeOfTheVersionThatTheBuildIsMadeWith() throws IOException {
    String image = "apache/kafka:" + kafkaVersion();

    assertThat(compose.servicesOf("apache/kafka"))
        .hasSize(3)
        .allSatisfy(broker -> assertThat(broker.image()).isEqualTo(image));
  }

  @Test
  void theBrokersKnowEachOfTheirSettings() {
    assertThat(compose.servicesOf("apache/kafka"))
        .allSatisfy(
            broker -> {
              Properties properties = brokerProperties(broker.environment());
              assertThat(AbstractKafkaConfig.CONFIG_DEF.names())
                  .containsAll(properties.stringPropertyNames());
              assertThatCode(() -> KafkaConfig.fromProps(properties, false))
                  .doesNotThrowAnyException();
            });
  }

  @Test
  void theInstancesRunWithTheShippedConfiguration() {
    assertThat(compose.servicesOf("smswarden"))
        .hasSize(4)
        .allSatisfy(
            service ->
                assertThatCode(
                        () ->
                            Settings.read(
                                    Optional.of(DeployDirectory.path("smswarden.properties")),
                                    service.environment())
                                .configuration())
                    .doesNotThrowAnyException());
  }

  @Test
  void theInstancesReachTheBrokers() {
    List<String> brokers =
        compose.servicesOf("apache/kafka").stream().map(broker -> broker.name() + ":9092").toList();

    assertThat(compose.servicesOf("smswarden"))
        .allSatisfy(
            service ->
                assertThat(service.environment().get("SMSWARDEN_BOOTSTRAP_SERVERS").split(","))
                    .containsExactlyElementsOf(brokers));
  }

  @Test
  void everyFileAndVolumeThatIsMountedExists() {
    assertThat(compose.services())
        .flatExtracting(Compose.Service::volumes)
        .isNotEmpty()
        .allSatisfy(
            mount -> {
              String source = mount.substring(0, mount.indexOf(':'));
              if (source.startsWith(".")) {
                assertThat(DeployDirectory.path(source)).exists();
              } else {
                assertThat(compose.volumes()).contains(source);
              }
            });
  }

  @Test
  void everyServiceThatIsWaitedForExists() {
    List<String> names = compose.services().stream().map(Compose.Service::name).toList();

    assertThat(compose.services())
        .flatExtracting(Compose.Service::dependsOn)
        .isNotEmpty()
        .allSatisfy(name -> assertThat(names).contains(name));
  }

  @Test
  void theImageIsBuiltFromTheCheckout() {
    Map<?, ?> build = (Map<?, ?>) service("topics").fields().get("build");

    assertThat(DeployDirectory.path((String) build.get("context")).resolve("mvnw")).exists();
    assertThat(
            Files.exists(
                DeployDirectory.path((String) build.get("context"))
                    .resolve((String) build.get("dockerfile"))))
        .isTrue();
  }

  @Test
  void prometheusScrapesEachInstanceAtItsPort() {
    List<String> instances =
        compose.servicesOf("smswarden").stream()
            .map(Compose.Service::name)
            .filter(name -> name.startsWith("warden"))
            .map(name -> name + ":8080")
            .toList();

    assertThat(DeployDirectory.text("prometheus/prometheus.yml")).contains("targets: " + instances);
    assertThat(DeployDirectory.text("Dockerfile"))
        .contains("SMSWARDEN_HTTP_PORT=8080", "EXPOSE 8080", "http://127.0.0.1:8080/health/ready");
  }

  private Compose.Service service(String name) {
    return compose.services().stream()
        .filter(service -> service.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String kafkaVersion() throws IOException {
    Properties version = new Properties();
    try (InputStream file =
        KafkaConfig.class.getResourceAsStream("/kafka/kafka-version.properties")) {
      version.load(file);
    }
    return version.getProperty("version");
  }

  /** As the image's launcher makes them: KAFKA_NODE_ID is node.id. */
  private static Properties brokerProperties(Map<String, String> environment) {
    Properties properties = new Properties();
    environment.forEach(
        (name, value) -> {
          if (name.startsWith("KAFKA_")) {
            String key = name.substring("KAFKA_".length()).toLowerCase(Locale.ROOT);
            properties.put(key.replace('_', '.'), value);
          }
        });
    return properties;
  }
}
