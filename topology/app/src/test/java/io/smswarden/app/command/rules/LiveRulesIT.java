package io.smswarden.app.command.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smswarden.app.broker.EmbeddedBroker;
import io.smswarden.app.config.Configuration;
import io.smswarden.app.config.Settings;
import io.smswarden.app.exit.ErrorLines;
import io.smswarden.app.metrics.Metrics;
import io.smswarden.app.run.Pipeline;
import io.smswarden.app.topics.TopicPlan;
import io.smswarden.filter.Filter;
import io.smswarden.filter.SenderId;
import io.smswarden.schemas.Action;
import io.smswarden.schemas.SmsEvent;
import io.smswarden.schemas.Verdict;
import io.smswarden.streams.PipelineObserver;
import io.smswarden.streams.TopicSerdes;
import io.smswarden.streams.Topics;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Rules on their way through a real broker into a running pipeline. */
class LiveRulesIT {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final TopicSerdes SERDES = TopicSerdes.embedded();

  @TempDir private Path dir;
  private EmbeddedBroker broker;
  private KafkaProducer<SenderId, SmsEvent> events;
  private KafkaConsumer<SenderId, Verdict> verdicts;
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();
  private int sent;

  @BeforeEach
  void start() {
    broker = EmbeddedBroker.start(dir.resolve("broker"));
    Map<String, Object> cluster = Map.of("bootstrap.servers", broker.bootstrapServers());
    try (Admin admin = Admin.create(cluster)) {
      TopicPlan.shipped().forOneBroker(1).create(admin, Duration.ofSeconds(30));
    }
    events =
        new KafkaProducer<>(
            cluster,
            SERDES.key(Topics.EVENTS).serializer(),
            SERDES.value(Topics.EVENTS).serializer());
    verdicts =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "isolation.level",
                "read_committed",
                "auto.offset.reset",
                "earliest"),
            SERDES.key(Topics.VERDICTS).deserializer(),
            SERDES.value(Topics.VERDICTS).deserializer());
    verdicts.assign(List.of(new TopicPartition(Topics.VERDICTS.name(), 0)));
  }

  @AfterEach
  void stop() {
    events.close();
    verdicts.close();
    broker.close();
  }

  @Test
  void whatIsPublishedIsInForceFromTheFirstMessageOnAndReplacedWhileThePipelineRuns()
      throws Exception {
    assertThat(rules("publish", file("one.yaml", "WARN"), "--author", "an analyst")).isZero();
    String one = version();
    send();

    try (Metrics metrics = new Metrics(InstantSource.system());
        Pipeline pipeline =
            Pipeline.start(
                configuration(),
                Filter.standard(),
                metrics,
                PipelineObserver.NONE,
                InstantSource.system())) {
      Verdict first = next();
      assertThat(first.getVersions().getRules()).isEqualTo(one);
      assertThat(first.getAction()).isEqualTo(Action.WARN);

      assertThat(rules("publish", file("two.yaml", "BLOCK"), "--author", "an analyst")).isZero();
      assertThat(out.toString()).contains("before: " + one + " by an analyst");
      String two = version();
      assertThat(untilJudgedWith(two).getAction()).isEqualTo(Action.BLOCK);
      assertThat(metrics.scrape())
          .contains("smswarden_rules_hits_total{code=\"WORD_SEEN\",mode=\"force\"}");

      assertThat(rules("withdraw")).isZero();
      assertThat(untilJudgedWith("").getAction()).isEqualTo(Action.ALLOW);
      assertThat(rules("show")).isEqualTo(1);
      assertThat(pipeline.state().isRunningOrRebalancing()).isTrue();
    }
  }

  @Test
  void whatIsShownIsWhatWasPublished() throws Exception {
    Path file = file("one.yaml", "WARN");
    rules("publish", file, "--author", "an analyst");
    out = new StringWriter();

    assertThat(rules("show")).isZero();

    assertThat(err.toString()).startsWith("test-").contains(" by an analyst");
    assertThat(out.toString()).isEqualTo(Files.readString(file));
  }

  private Path file(String name, String action) throws Exception {
    return Files.writeString(
        dir.resolve(name),
        "version: test\nrules: [{code: WORD_SEEN, category: FRAUD, action: %s, zh: 见词, en: saw the word, when: {text: word}}]\n"
            .formatted(action));
  }

  private String version() {
    err = new StringWriter();
    rules("show");
    return err.toString().replaceAll("(?s),.*", "");
  }

  private int rules(Object... words) {
    List<String> args = new ArrayList<>();
    for (Object word : words) {
      args.add(word.toString());
    }
    args.addAll(List.of("--bootstrap-servers", broker.bootstrapServers()));
    return new CommandLine(new RulesCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .setExecutionExceptionHandler(new ErrorLines(() -> true))
        .execute(args.toArray(String[]::new));
  }

  private Configuration configuration() {
    return Settings.forCluster(broker.bootstrapServers())
        .with("smswarden.state-dir", dir.resolve("state").toString(), "test")
        .with("smswarden.threads", "1", "test")
        .configuration();
  }

  private Verdict untilJudgedWith(String version) {
    List<Verdict> found = new ArrayList<>();
    await()
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> {
              send();
              found.add(next());
              return found.get(found.size() - 1).getVersions().getRules().equals(version);
            });
    return found.get(found.size() - 1);
  }

  private Verdict next() {
    List<Verdict> found = new ArrayList<>();
    await()
        .atMost(SOON)
        .until(
            () -> {
              verdicts.poll(Duration.ofMillis(100)).forEach(record -> found.add(record.value()));
              return !found.isEmpty();
            });
    return found.get(found.size() - 1);
  }

  private void send() throws Exception {
    Instant time = Instant.parse("2026-11-24T08:00:00Z").plusSeconds(sent);
    String sender = "+861390000" + (1000 + sent % 1000);
    SmsEvent event =
        SmsEvent.newBuilder()
            .setId("m" + sent++)
            .setSender(sender)
            .setRecipient("+8613800138000")
            .setText("a word")
            .setEventTime(time)
            .setReceivedTime(time)
            .build();
    events.send(new ProducerRecord<>(Topics.EVENTS.name(), new SenderId(sender), event)).get();
  }
}
