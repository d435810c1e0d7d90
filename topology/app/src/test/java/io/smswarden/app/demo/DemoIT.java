package io.smswarden.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.smswarden.app.demo.DemoProcess.Result;
import io.smswarden.app.evidence.EvidenceCommand;
import io.smswarden.filter.SenderId;
import io.smswarden.schemas.Action;
import io.smswarden.schemas.AlertKind;
import io.smswarden.schemas.ComplaintStats;
import io.smswarden.schemas.DeadLetter;
import io.smswarden.schemas.DeadLetterReason;
import io.smswarden.schemas.SmsEvent;
import io.smswarden.schemas.StatsDimension;
import io.smswarden.schemas.SubscriberAlert;
import io.smswarden.schemas.Verdict;
import io.smswarden.schemas.Warning;
import io.smswarden.schemas.WindowSize;
import io.smswarden.streams.TopicSerdes;
import io.smswarden.streams.Topics;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DemoIT {

  @TempDir Path directory;

  @Test
  void theSummaryIsWhatTheTopicsHold() throws Exception {
    Result result = demo("--messages", "1500");

    assertThat(result.exitCode()).as(result.said()).isZero();
    JsonNode json = result.json();
    assertThat(json.get("messages").asLong()).isEqualTo(1500);
    assertThat(json.get("reconciled").asBoolean()).isTrue();
    assertThat(json.get("messages_per_second").asDouble()).isPositive();
    assertThat(json.get("latency_ms").get("p99").asLong()).isPositive();
    try (TopicContents topics = new TopicContents(data())) {
      assertOneVerdictEach(topics, 1500);
      List<Verdict> verdicts = topics.of(Topics.VERDICTS);
      assertThat(json.get("verdicts").get("total").asLong()).isEqualTo(verdicts.size());
      for (Action action : Action.values()) {
        assertThat(json.get("verdicts").get("by_action").get(action.name()).asLong())
            .isEqualTo(verdicts.stream().filter(v -> v.getAction() == action).count());
      }
      List<String> flagged =
          verdicts.stream()
              .filter(verdict -> verdict.getAction() != Action.ALLOW)
              .map(Verdict::getMessageId)
              .toList();
      List<Warning> warnings = topics.of(Topics.WARNINGS);
      assertThat(warnings)
          .hasSize(json.get("warnings").asInt())
          .extracting(warning -> warning.getVerdict().getMessageId())
          .containsExactlyInAnyOrderElementsOf(flagged);
      assertThat(topics.of(Topics.EVIDENCE))
          .hasSize(json.get("evidence").asInt())
          .extracting(kept -> kept.getVerdict().getMessageId())
          .containsExactlyInAnyOrderElementsOf(flagged);
      List<SubscriberAlert> alerts =
          topics.of(Topics.ALERTS).stream()
              .filter(alert -> alert.getKind() == AlertKind.ALERT)
              .toList();
      assertThat(alerts)
          .hasSize(json.get("alerts").asInt())
          .extracting(SubscriberAlert::getMessageId)
          .doesNotHaveDuplicates()
          .isSubsetOf(flagged);
      assertThat(topics.of(Topics.COMPLAINTS)).hasSize(json.get("complaints").asInt());
      assertThat(topics.of(Topics.DEAD_LETTERS)).isEmpty();
      assertThat(json.get("dead_letters").asInt()).isZero();
      assertStatisticsCountEverything(topics, warnings.size());
    }
  }

  @Test
  void labelledFilesAreJudgedLineByLineAndNotTwice() throws Exception {
    Path file = directory.resolve("messages.tsv");
    Files.write(
        file,
        IntStream.range(0, 300)
            .mapToObj(i -> i % 3 == 0 ? spam(i) : "ham\town\t我 " + i + " 点到家，饭在锅里")
            .toList());

    Result first = demo("--input", file.toString());
    Result again = demo("--input", file.toString());

    assertThat(first.json().get("messages").asLong()).isEqualTo(300);
    assertThat(first.json().get("verdicts").get("by_action").get("ALLOW").asLong()).isLessThan(300);
    assertThat(again.exitCode()).isZero();
    assertThat(again.json().get("verdicts")).isEqualTo(first.json().get("verdicts"));
    assertThat(again.json().get("messages").asLong()).isEqualTo(300);
  }

  @Test
  void aDemoKilledHalfWayGoesOnAndGivesEachMessageOneVerdict() throws Exception {
    DemoProcess killed =
        DemoProcess.start(
            directory.resolve("killed.txt"),
            "--data-dir",
            data().toString(),
            "--messages",
            "4000",
            "--rate",
            "400",
            "--exit");
    killed.awaitLine(line -> line.matches("judged (\\d,\\d{3}|[5-9]\\d\\d) of .*"));
    killed.kill();

    Result result = demo("--messages", "4000");

    assertThat(result.exitCode()).as(result.said()).isZero();
    assertThat(result.said()).contains("Going on:");
    assertThat(result.json().get("messages").asLong()).isEqualTo(4000);
    try (TopicContents topics = new TopicContents(data())) {
      assertOneVerdictEach(topics, 4000);
      assertEvidenceVerifies(topics);
    }
  }

  @Test
  void aMutatedRecordEndsInTheDeadLettersAndHarmsNoOther() throws Exception {
    assertThat(demo("--messages", "200").exitCode()).isZero();
    byte[] mutated = "no Avro at all".getBytes(StandardCharsets.UTF_8);
    try (TopicContents topics = new TopicContents(data())) {
      put(topics.bootstrapServers(), mutated);
    }

    Result result = demo("--messages", "300");

    assertThat(result.exitCode()).as(result.said()).isZero();
    assertThat(result.json().get("messages").asLong()).isEqualTo(501);
    assertThat(result.json().get("dead_letters").asLong()).isEqualTo(1);
    try (TopicContents topics = new TopicContents(data())) {
      assertThat(topics.of(Topics.VERDICTS)).hasSize(500);
      List<DeadLetter> letters = topics.of(Topics.DEAD_LETTERS);
      assertThat(letters).hasSize(1);
      assertThat(letters.get(0).getReason()).isEqualTo(DeadLetterReason.UNREADABLE);
      assertThat(letters.get(0).getOriginTopic()).isEqualTo(Topics.EVENTS.name());
      assertThat(letters.get(0).getValue().array()).isEqualTo(mutated);
    }
  }

  private Path data() {
    return directory.resolve("data");
  }

  private Result demo(String... options) throws Exception {
    String[] all =
        Stream.concat(Stream.of("--data-dir", data().toString(), "--exit"), Stream.of(options))
            .toArray(String[]::new);
    return DemoProcess.start(directory.resolve("said.txt"), all).result();
  }

  private static String spam(int i) {
    return "spam\town\t【江岸银行】您的账户已被冻结，请登录 bank-x" + i + ".top 填写身份证号和密码解除";
  }

  /** Neither the kill nor the start after it broke or forked a chain. */
  private void assertEvidenceVerifies(TopicContents topics) throws Exception {
    Path config = directory.resolve("evidence.properties");
    Files.writeString(
        config,
        "smswarden.bootstrap-servers=%s%nsmswarden.evidence.key-file=%s%n"
            .formatted(topics.bootstrapServers(), data().resolve("evidence.pem")));
    StringWriter said = new StringWriter();
    int code =
        new CommandLine(new EvidenceCommand())
            .setOut(new PrintWriter(said, true))
            .execute("verify", "--config", config.toString());
    assertThat(code).as(said.toString()).isZero();
    assertThat(said.toString()).startsWith("verified ").doesNotContain(" 0 checkpoints");
  }

  private static void assertOneVerdictEach(TopicContents topics, int messages) {
    List<String> sent = topics.of(Topics.EVENTS).stream().map(SmsEvent::getId).toList();
    assertThat(sent).hasSize(messages).doesNotHaveDuplicates();
    assertThat(topics.of(Topics.VERDICTS))
        .extracting(Verdict::getMessageId)
        .containsExactlyInAnyOrderElementsOf(sent);
  }

  /** Of each window the last word counts; hours and days both add up to the whole. */
  private static void assertStatisticsCountEverything(TopicContents topics, long warnings) {
    Map<String, ComplaintStats> latest = new HashMap<>();
    topics
        .of(Topics.STATS)
        .forEach(
            stats ->
                latest.put(stats.getSubject() + stats.getWindow() + stats.getWindowStart(), stats));
    Map<WindowSize, Long> counted =
        latest.values().stream()
            .filter(stats -> stats.getDimension() == StatsDimension.SENDER)
            .filter(stats -> stats.getWindow() != WindowSize.WEEK)
            .collect(
                Collectors.groupingBy(
                    ComplaintStats::getWindow,
                    Collectors.summingLong(
                        stats ->
                            stats.getWarningsByCategory().values().stream()
                                .mapToLong(count -> count)
                                .sum())));
    assertThat(counted).isEqualTo(Map.of(WindowSize.HOUR, warnings, WindowSize.DAY, warnings));
  }

  private static void put(String bootstrapServers, byte[] value) throws Exception {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", bootstrapServers),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      var key =
          TopicSerdes.embedded()
              .key(Topics.EVENTS)
              .serializer()
              .serialize(Topics.EVENTS.name(), new SenderId("+8615400000001"));
      producer
          .send(
              new ProducerRecord<>(
                  Topics.EVENTS.name(), null, Instant.now().toEpochMilli(), key, value))
          .get();
    }
  }
}
