package io.smswarden.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.smswarden.app.broker.EmbeddedBroker;
import io.smswarden.app.config.Configuration;
import io.smswarden.app.config.Settings;
import io.smswarden.app.exit.ExitCode;
import io.smswarden.app.exit.StopSignal;
import io.smswarden.app.exit.UserError;
import io.smswarden.app.replay.ReplayFile;
import io.smswarden.app.replay.ReplayListener;
import io.smswarden.app.replay.ReplayOptions;
import io.smswarden.app.replay.ReplayResult;
import io.smswarden.app.replay.Replayer;
import io.smswarden.app.topics.TopicPlan;
import io.smswarden.console.access.Accounts;
import io.smswarden.console.access.AccountsFile;
import io.smswarden.console.access.NewKey;
import io.smswarden.console.http.Role;
import io.smswarden.streams.Topics;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service against a real broker: what it refuses, what it does, and how it ends. */
class ServiceIT {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final NewKey KEY =
      NewKey.of(
          "test",
          Role.VIEWER,
          Optional.empty(),
          Optional.empty(),
          Instant.parse("2026-01-01T00:00:00Z"),
          new SecureRandom());
  private static final TopicPlan PLAN = TopicPlan.shipped().forOneBroker(4);

  @TempDir private static Path brokerDir;
  private static EmbeddedBroker broker;
  private static Admin admin;

  @TempDir private Path dir;

  @BeforeAll
  static void startBroker() {
    broker = EmbeddedBroker.start(brokerDir);
    admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
  }

  @AfterAll
  static void stopBroker() {
    admin.close();
    broker.close();
  }

  @BeforeEach
  void noTopics() throws Exception {
    admin.deleteTopics(admin.listTopics().names().get()).all().get();
    await().atMost(SOON).until(() -> admin.listTopics().names().get().isEmpty());
  }

  @Test
  void anUnreachableBrokerIsAFailureOfTheCluster() throws IOException {
    int nobody = freePort();
    Configuration configuration =
        Settings.forCluster("127.0.0.1:" + nobody)
            .with("smswarden.startup-timeout", "1s", "test")
            .with("smswarden.http.port", "0", "test")
            .with("smswarden.state-dir", dir.toString(), "test")
            .configuration();
    assertEnds(configuration, ExitCode.CLUSTER_FAILED, "127.0.0.1:" + nobody);
  }

  @Test
  void aMissingTopicIsNamedWithWhatCreatesIt() {
    PLAN.create(admin, SOON);
    deleted(Topics.COMPLAINTS.name());
    assertEnds(
        configuration(0),
        ExitCode.WRONG_USE,
        "missing topics: complaints; create",
        "topics create");
  }

  @Test
  void joinedTopicsWithDifferentPartitionsAreNamedWithTheirNumbers() throws Exception {
    admin.createTopics(List.of(new NewTopic(Topics.COMPLAINTS.name(), 3, (short) 1))).all().get();
    PLAN.create(admin, SOON);
    assertEnds(
        configuration(0),
        ExitCode.WRONG_USE,
        "complaints: 3; sms.events, sender.profiles, sender.reputation",
        "complaint.reports: 4");
  }

  @Test
  void aStateDirectoryThatCannotBeWrittenIsWrongUse() throws IOException {
    Path file = Files.createFile(dir.resolve("file"));
    Configuration configuration =
        settings(0).with("smswarden.state-dir", file.toString(), "test").configuration();
    assertEnds(configuration, ExitCode.WRONG_USE, "smswarden.state-dir=" + file);
  }

  @Test
  void everyMessageIsJudgedAndMeasuredAndTheServiceEndsWhenAsked() throws Exception {
    PLAN.create(admin, SOON);
    int port = freePort();
    StopSignal stop = new StopSignal();
    CompletableFuture<ExitCode> service =
        CompletableFuture.supplyAsync(
            () -> new Service(configuration(port), InstantSource.system()).run(stop));
    await()
        .atMost(SOON)
        .ignoreExceptions()
        .until(() -> get(port, "/health/ready").statusCode() == 200);
    assertThat(get(port, "/health/live").statusCode()).isEqualTo(200);

    replay(labelled(50), () -> false);
    await()
        .atMost(SOON)
        .until(() -> get(port, "/metrics").body().contains("smswarden_messages_total 50.0"));
    await().atMost(SOON).until(() -> committed(Topics.VERDICTS.name()).size() == 50);
    String sender =
        new String(committed(Topics.VERDICTS.name()).get(0).key(), StandardCharsets.UTF_8);
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(get(port, "/api/v1/senders/" + sender.replace("+", "%2B")).body())
                    .startsWith("{\"sender\":\"" + sender + "\""));
    assertThat(get(port, "/api/v1/senders/nobody").statusCode()).isEqualTo(404);
    assertThat(get(port, "/metrics").body())
        .contains("smswarden_latency_seconds_count 50")
        .contains("kafka_stream_thread_commit_total")
        .contains("kafka_consumer_fetch_manager_records_consumed_total")
        .contains("jvm_gc_memory_allocated_bytes_total")
        .doesNotContain("+86154");

    stop.ask();
    assertThat(service.get(60, TimeUnit.SECONDS)).isEqualTo(ExitCode.DONE);
  }

  @Test
  void aSenderIsLookedUpOnAnyInstance() throws Exception {
    PLAN.create(admin, SOON);
    int[] ports = {freePort(), freePort()};
    StopSignal stop = new StopSignal();
    List<CompletableFuture<ExitCode>> services =
        IntStream.of(ports)
            .mapToObj(
                port ->
                    CompletableFuture.supplyAsync(
                        () -> new Service(instance(port), InstantSource.system()).run(stop)))
            .toList();
    for (int port : ports) {
      await()
          .atMost(SOON)
          .ignoreExceptions()
          .until(() -> get(port, "/health/ready").statusCode() == 200);
    }
    replay(labelled(50), () -> false);
    await().atMost(SOON).until(() -> committed(Topics.VERDICTS.name()).size() == 50);

    Set<String> senders =
        committed(Topics.VERDICTS.name()).stream()
            .map(message -> new String(message.key(), StandardCharsets.UTF_8))
            .collect(Collectors.toSet());
    for (String sender : senders) {
      String path = "/api/v1/senders/" + sender.replace("+", "%2B");
      for (int port : ports) {
        await()
            .atMost(SOON)
            .untilAsserted(
                () ->
                    assertThat(get(port, path).body())
                        .startsWith("{\"sender\":\"" + sender + "\""));
      }
    }
    for (int port : ports) {
      HttpResponse<String> nobody = get(port, "/api/v1/senders/nobody");
      assertThat(nobody.statusCode()).isEqualTo(404);
      assertThat(nobody.body()).contains("nothing was ever seen");
    }
    stop.ask();
    for (CompletableFuture<ExitCode> service : services) {
      assertThat(service.get(60, TimeUnit.SECONDS)).isEqualTo(ExitCode.DONE);
    }
  }

  private Configuration instance(int port) {
    return settings(port)
        .with("smswarden.state-dir", dir.resolve("state-" + port).toString(), "test")
        .with("smswarden.http.advertised", "127.0.0.1:" + port, "test")
        .with("smswarden.console.instance-secret", "a secret of the test", "test")
        .with("smswarden.threads", "1", "test")
        .configuration();
  }

  @Test
  void anInterruptedReplayGoesOnWhereItStopped() throws Exception {
    PLAN.create(admin, SOON);
    Path file = labelled(2500);
    AtomicLong asked = new AtomicLong();

    ReplayResult first = replay(file, () -> asked.incrementAndGet() > 3000);
    assertThat(first.complete()).isFalse();
    assertThat(first.done()).isBetween(1L, 2499L);
    assertThat(committed(Topics.EVENTS.name())).hasSize((int) first.sent());

    ReplayResult second = replay(file, () -> false);
    assertThat(second).isEqualTo(new ReplayResult(2500, first.done(), 2500, 2500));

    ReplayResult third = replay(file, () -> false);
    assertThat(third).isEqualTo(new ReplayResult(2500, 2500, 2500, 2500));

    Set<String> ids = new HashSet<>();
    List<ConsumerRecord<byte[], byte[]>> records = committed(Topics.EVENTS.name());
    assertThat(records).hasSize(2500);
    var serde = configuration(0).serdes().value(Topics.EVENTS);
    records.forEach(
        message -> ids.add(serde.deserializer().deserialize("", message.value()).getId()));
    assertThat(ids)
        .isEqualTo(
            IntStream.rangeClosed(1, 2500)
                .mapToObj(line -> ReplayFile.of(file).fingerprint() + "-" + line)
                .collect(Collectors.toSet()));
  }

  @Test
  void aReplayThatDiesInATransactionLeavesNothingOfItBehind() throws Exception {
    PLAN.create(admin, SOON);
    Path file = labelled(1500);
    AtomicLong asked = new AtomicLong();
    BooleanSupplier dying =
        () -> {
          if (asked.incrementAndGet() > 2500) {
            throw new IllegalStateException("killed");
          }
          return false;
        };
    assertThatThrownBy(() -> replay(file, dying)).hasMessage("killed");
    int before = committed(Topics.EVENTS.name()).size();
    assertThat(before).isBetween(1, 1249);

    assertThat(replay(file, () -> false)).isEqualTo(new ReplayResult(1500, before, 1500, 1500));
    assertThat(committed(Topics.EVENTS.name())).hasSize(1500);
  }

  @Test
  void aLineThatIsNoMessageIsToldAndCountedAndTheRestGoesOn() throws Exception {
    PLAN.create(admin, SOON);
    Path file = Files.writeString(dir.resolve("bad.tsv"), "ham\tx\tone\nnonsense\nham\tx\ttwo\n");
    List<String> told = new ArrayList<>();
    ReplayResult result = replay(file, () -> false, told);
    assertThat(result).isEqualTo(new ReplayResult(3, 0, 3, 2));
    assertThat(result.rejected()).isEqualTo(1);
    assertThat(told).singleElement().asString().startsWith("bad.tsv:2: 1 of 3 fields");
    assertThat(committed(Topics.EVENTS.name())).hasSize(2);
  }

  private void assertEnds(Configuration configuration, ExitCode code, String... says) {
    Service service = new Service(configuration, InstantSource.system());
    assertThatThrownBy(() -> service.run(new StopSignal()))
        .isInstanceOfSatisfying(
            UserError.class,
            error -> {
              assertThat(error.exitCode()).isEqualTo(code);
              assertThat(error.getMessage()).contains(says).doesNotContain("\n");
            });
  }

  private ReplayResult replay(Path file, BooleanSupplier stop) {
    return replay(file, stop, new ArrayList<>());
  }

  private ReplayResult replay(Path file, BooleanSupplier stop, List<String> told) {
    ReplayListener listener =
        new ReplayListener() {
          @Override
          public void committed(ReplayFile replayed, long lines) {}

          @Override
          public void rejected(ReplayFile replayed, long line, String reason) {
            told.add("%s:%d: %s".formatted(replayed.path().getFileName(), line, reason));
          }
        };
    Configuration configuration = configuration(0);
    return new Replayer(configuration.forProducer(), configuration.serdes(), InstantSource.system())
        .replay(ReplayFile.of(file), ReplayOptions.LABELLED, listener, stop);
  }

  private Path labelled(int lines) throws IOException {
    return Files.write(
        dir.resolve("labelled.tsv"),
        IntStream.rangeClosed(1, lines)
            .mapToObj(line -> "ham\town\tThe parcel %d is at the door".formatted(line))
            .toList());
  }

  private Settings settings(int port) {
    Path accounts = dir.resolve("accounts.yaml");
    AccountsFile.of(accounts).change(all -> Accounts.NONE.with(KEY.key()));
    return Settings.forCluster(broker.bootstrapServers())
        .with("smswarden.application-id", dir.getFileName().toString().replace('_', '-'), "test")
        .with("smswarden.state-dir", dir.resolve("state").toString(), "test")
        .with("smswarden.console.accounts-file", accounts.toString(), "test")
        .with("smswarden.http.port", Integer.toString(port), "test");
  }

  private Configuration configuration(int port) {
    return settings(port).configuration();
  }

  private static void deleted(String topic) {
    // The broker may not have heard yet that it was created.
    await().atMost(SOON).until(() -> admin.listTopics().names().get().contains(topic));
    admin.deleteTopics(List.of(topic));
    await().atMost(SOON).until(() -> !admin.listTopics().names().get().contains(topic));
  }

  private static List<ConsumerRecord<byte[], byte[]>> committed(String topic) {
    Map<String, Object> properties =
        Map.of("bootstrap.servers", broker.bootstrapServers(), "isolation.level", "read_committed");
    try (var consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          IntStream.range(0, 4).mapToObj(number -> new TopicPartition(topic, number)).toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
      return records;
    }
  }

  private static HttpResponse<String> get(int port, String path)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + port + path);
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + KEY.text()).build(),
            BodyHandlers.ofString());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
