package io.smswarden.app.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smswarden.app.broker.EmbeddedBroker;
import io.smswarden.app.command.rules.RulesCommand;
import io.smswarden.app.topics.TopicPlan;
import io.smswarden.filter.SenderId;
import io.smswarden.schemas.SmsEvent;
import io.smswarden.streams.TopicSerdes;
import io.smswarden.streams.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A metric that nobody has makes an alert that never fires. */
class NamedMetricsIT {

  private static final int MESSAGES = 200;

  /** Prometheus makes it itself. */
  private static final String UP = "up";

  @TempDir Path dir;

  @Test
  void theApplicationHasEveryMetricThatRulesAndDashboardName() throws Exception {
    List<PromQl.Selector> named = named();
    assertThat(named).hasSizeGreaterThan(20);

    try (EmbeddedBroker broker = EmbeddedBroker.start(dir.resolve("broker"));
        RunningApplication application = start(broker)) {
      publishRules(broker);
      send(broker);
      application.awaitReady();

      await()
          .atMost(Duration.ofMinutes(2))
          .pollInterval(Duration.ofSeconds(1))
          .untilAsserted(
              () -> {
                List<Scrape.Series> scraped = Scrape.parse(application.metrics());
                assertThat(named)
                    .as("what is named and not scraped")
                    .filteredOn(selector -> scraped.stream().noneMatch(selector::matches))
                    .isEmpty();
              });

      await()
          .atMost(Duration.ofMinutes(2))
          .untilAsserted(
              () ->
                  assertThat(application.metrics())
                      .contains("\nsmswarden_messages_total " + MESSAGES + ".0\n")
                      .contains(
                          "smswarden_dead_letters_total{reason=\"UNREADABLE\",topic=\"sms.events\"}"
                              + " 1.0"));
    }
  }

  private static List<PromQl.Selector> named() throws Exception {
    Set<String> recorded = Monitoring.recorded();
    List<String> expressions = new ArrayList<>(Monitoring.ruleExpressions());
    expressions.addAll(Monitoring.dashboardExpressions());
    return expressions.stream()
        .flatMap(expression -> PromQl.selectors(expression).stream())
        .filter(selector -> !selector.metric().equals(UP))
        .filter(selector -> !recorded.contains(selector.metric()))
        .toList();
  }

  private RunningApplication start(EmbeddedBroker broker) throws Exception {
    Map<String, Object> cluster = Map.of("bootstrap.servers", broker.bootstrapServers());
    try (Admin admin = Admin.create(cluster)) {
      TopicPlan.shipped().forOneBroker(2).create(admin, Duration.ofSeconds(30));
    }
    return RunningApplication.start(
        dir, Map.of("SMSWARDEN_BOOTSTRAP_SERVERS", broker.bootstrapServers()));
  }

  /** The shipped rules: their metrics exist only once there are some. */
  private static void publishRules(EmbeddedBroker broker) {
    int exit =
        new CommandLine(new RulesCommand())
            .execute(
                "publish",
                DeployDirectory.path("rules/example.yaml").toString(),
                "--bootstrap-servers",
                broker.bootstrapServers(),
                "--author",
                "test");
    assertThat(exit).isZero();
  }

  private static void send(EmbeddedBroker broker) throws Exception {
    String topic = Topics.EVENTS.name();
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(messages());
    records.add(new ProducerRecord<>(topic, "10086".getBytes(UTF_8), "no Avro".getBytes(UTF_8)));
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (Future<RecordMetadata> sent : records.stream().map(producer::send).toList()) {
        sent.get();
      }
    }
  }

  private static List<ProducerRecord<byte[], byte[]>> messages() {
    var keys = TopicSerdes.embedded().key(Topics.EVENTS).serializer();
    var values = TopicSerdes.embedded().value(Topics.EVENTS).serializer();
    String topic = Topics.EVENTS.name();
    return IntStream.range(0, MESSAGES)
        .mapToObj(NamedMetricsIT::message)
        .map(
            message ->
                new ProducerRecord<>(
                    topic,
                    keys.serialize(topic, new SenderId(message.getSender())),
                    values.serialize(topic, message)))
        .toList();
  }

  private static SmsEvent message(int number) {
    Instant time = Instant.parse("2026-11-24T08:00:00Z").plusSeconds(number);
    return SmsEvent.newBuilder()
        .setId("m" + number)
        .setSender("106550" + number % 20)
        .setRecipient("+8613800138000")
        .setText("您的快递已到驿站，请凭取件码领取。")
        .setEventTime(time)
        .setReceivedTime(time)
        .build();
  }
}
