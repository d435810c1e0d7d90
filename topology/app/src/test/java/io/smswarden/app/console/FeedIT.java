package io.smswarden.app.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.smswarden.app.broker.EmbeddedBroker;
import io.smswarden.console.Console;
import io.smswarden.console.feed.FeedEndpoints;
import io.smswarden.console.feed.TopicFollower;
import io.smswarden.console.feed.TopicLog;
import io.smswarden.console.http.Caller;
import io.smswarden.console.http.Gate;
import io.smswarden.console.http.Role;
import io.smswarden.console.warning.WarningEndpoints;
import io.smswarden.filter.SenderId;
import io.smswarden.schemas.Action;
import io.smswarden.schemas.Category;
import io.smswarden.schemas.SubscriberAlert;
import io.smswarden.schemas.Verdict;
import io.smswarden.schemas.Versions;
import io.smswarden.schemas.Warning;
import io.smswarden.streams.TopicSerdes;
import io.smswarden.streams.Topics;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Warnings from a real broker to readers of server-sent events, and to those who search. */
class FeedIT {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final int KEPT = 40;
  private static final int READERS = 3;

  /** Long past: a broker refuses records of the future, by whatever clock this runs. */
  private static final Instant NOON = Instant.parse("2024-05-01T12:00:00Z");

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private static Path directory;
  private static EmbeddedBroker broker;
  private static Admin admin;

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Stream> streams = new ArrayList<>();
  private KafkaProducer<SenderId, Warning> producer;
  private TopicFollower follower;
  private FeedEndpoints feed;
  private Javalin server;
  private int produced;

  @BeforeAll
  static void startBroker() {
    broker = EmbeddedBroker.start(directory);
    admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
  }

  @AfterAll
  static void stopBroker() {
    admin.close();
    broker.close();
  }

  /** Everybody is a viewer. */
  private static final class OpenGate implements Gate {
    @Override
    public Optional<Caller> caller(Context request) {
      return Optional.of(new Caller("somebody", Role.AGENT, Optional.empty()));
    }

    @Override
    public void meet(Context request) {}

    @Override
    public void audit(Caller caller, String action, String subject, String detail) {}
  }

  @BeforeEach
  void start() throws Exception {
    admin
        .createTopics(
            List.of(
                new NewTopic(Topics.WARNINGS.name(), 2, (short) 1),
                new NewTopic(Topics.ALERTS.name(), 1, (short) 1)))
        .all()
        .get();
    Map<String, Object> connection = Map.of("bootstrap.servers", broker.bootstrapServers());
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "feed-test"),
            TopicSerdes.embedded().key(Topics.WARNINGS).serializer(),
            TopicSerdes.embedded().value(Topics.WARNINGS).serializer());
    producer.initTransactions();
    follower = new TopicFollower(connection, TopicSerdes.embedded());
    TopicLog<SenderId, Warning> warnings = follower.follow(Topics.WARNINGS, KEPT);
    TopicLog<?, SubscriberAlert> alerts = follower.follow(Topics.ALERTS, KEPT);
    Gate gate = new OpenGate();
    feed = new FeedEndpoints(warnings, alerts, gate, READERS);
    Console console = new Console(gate, List.of(feed, new WarningEndpoints(warnings, gate)));
    server =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  console.addTo(config);
                })
            .start("127.0.0.1", 0);
    follower.start();
    await().atMost(SOON).until(() -> get("/warnings").statusCode() == 200);
  }

  @AfterEach
  void stop() throws Exception {
    for (Stream stream : streams) {
      stream.in.close();
    }
    feed.close();
    server.stop();
    follower.close();
    producer.close();
    admin.deleteTopics(List.of(Topics.WARNINGS.name(), Topics.ALERTS.name())).all().get();
    await()
        .atMost(SOON)
        .until(() -> !admin.listTopics().names().get().contains(Topics.WARNINGS.name()));
  }

  /** A reader of events. */
  private static final class Stream {
    private final InputStream in;
    private final List<String> ids = Collections.synchronizedList(new ArrayList<>());
    private final List<JsonNode> events = Collections.synchronizedList(new ArrayList<>());

    private Stream(InputStream in) {
      this.in = in;
    }

    /** Begins to read what is sent. */
    private Stream read() {
      Thread thread = new Thread(this::lines, "test-reader");
      thread.setDaemon(true);
      thread.start();
      return this;
    }

    private void lines() {
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (line.startsWith("id: ")) {
            ids.add(line.substring(4));
          } else if (line.startsWith("data: ")) {
            events.add(JSON.readTree(line.substring(6)));
          }
        }
      } catch (IOException e) {
        // Closed.
      }
    }

    private List<String> messages() {
      synchronized (events) {
        return events.stream().map(event -> event.path("messageId").asText()).toList();
      }
    }
  }

  private HttpResponse<InputStream> open(String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri("/feed/warnings")).header("Accept", "text/event-stream");
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofInputStream());
  }

  private Stream stream(String... headers) throws Exception {
    HttpResponse<InputStream> response = open(headers);
    assertThat(response.statusCode()).isEqualTo(200);
    Stream stream = new Stream(response.body());
    streams.add(stream);
    return stream;
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + "/api/v1" + path);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
  }

  /** Transactions of five warnings each; after each, one that is aborted. */
  private void produce(int count, int textLength) {
    for (int n = 0; n < count; n++) {
      if (n % 5 == 0) {
        producer.beginTransaction();
      }
      send("m-" + produced++, textLength);
      if (n % 5 == 4 || n == count - 1) {
        producer.commitTransaction();
        producer.beginTransaction();
        send("aborted", 10);
        producer.flush();
        producer.abortTransaction();
      }
    }
  }

  private void send(String id, int textLength) {
    String sender = "1069000000" + produced % 7;
    Instant time = NOON.plusMillis(produced);
    Verdict verdict =
        Verdict.newBuilder()
            .setMessageId(id)
            .setSender(sender)
            .setEventTime(time)
            .setReceivedTime(time)
            .setScore(0.9)
            .setCategory(Category.FRAUD)
            .setAction(Action.WARN)
            .setVersions(new Versions("m", "s", ""))
            .build();
    Warning warning =
        new Warning(verdict, "+8613800138000", "您的包裹 8842 " + "字".repeat(textLength), null, false);
    var unused =
        producer.send(
            new ProducerRecord<>(
                Topics.WARNINGS.name(), null, time.toEpochMilli(), new SenderId(sender), warning));
  }

  private static List<String> ids(int from, int to) {
    return IntStream.range(from, to).mapToObj(n -> "m-" + n).toList();
  }

  private static void awaitAll(Stream stream, int from, int to) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(stream.messages()).containsExactlyInAnyOrderElementsOf(ids(from, to)));
  }

  @Test
  void aCommittedWarningArrivesMaskedAndAnAbortedOneDoesNot() throws Exception {
    Stream stream = stream().read();
    produce(7, 20);
    awaitAll(stream, 0, 7);
    JsonNode first = stream.events.get(0);
    assertThat(first.path("recipient").asText()).isEqualTo("+86138****00");
    assertThat(first.path("text").asText()).isEqualTo("您的包裹 **** 字字…");
    assertThat(first.path("category").asText()).isEqualTo("FRAUD");
  }

  @Test
  void whoComesAgainMissesNothingAndGetsNothingTwice() throws Exception {
    Stream first = stream().read();
    produce(10, 20);
    awaitAll(first, 0, 10);
    first.in.close();
    // Ten times what memory keeps.
    produce(400, 20);
    Stream second = stream("Last-Event-ID", first.ids.get(9)).read();
    produce(10, 20);
    awaitAll(second, 10, 420);
  }

  @Test
  void aSlowReaderSlowsNobodyAndStillGetsAll() throws Exception {
    Stream slow = stream();
    Stream quick = stream().read();
    // More than fits into the buffers between us and a reader that does not read.
    produce(1500, 2000);
    awaitAll(quick, 0, 1500);
    slow.read();
    awaitAll(slow, 0, 1500);
  }

  @Test
  void moreReadersThanAllowedAreToldToComeLater() throws Exception {
    for (int n = 0; n < READERS; n++) {
      stream().read();
    }
    await().atMost(SOON).untilAsserted(() -> assertThat(open().statusCode()).isEqualTo(503));
    assertThat(open().headers().firstValue("Retry-After")).isPresent();
  }

  @Test
  void anEventIdOfAnotherStreamIsRefused() throws Exception {
    assertThat(open("Last-Event-ID", "nonsense").statusCode()).isEqualTo(400);
    assertThat(open("Last-Event-ID", "17-3").statusCode()).isEqualTo(400);
  }

  @Test
  void aSearchGoesOnFromMemoryIntoTheTopic() throws Exception {
    produce(300, 20);
    await().atMost(SOON).until(() -> get("/warnings").body().contains("\"m-299\""));
    List<String> found = new ArrayList<>();
    String cursor = "";
    do {
      HttpResponse<String> part = get("/warnings?limit=70&cursor=" + cursor);
      assertThat(part.statusCode()).as(part.body()).isEqualTo(200);
      JsonNode list = JSON.readTree(part.body());
      list.path("items").forEach(item -> found.add(item.path("messageId").asText()));
      cursor = list.path("next").asText("");
    } while (!cursor.isEmpty());
    List<String> all = new ArrayList<>(ids(0, 300));
    Collections.reverse(all);
    assertThat(found).isEqualTo(all);

    JsonNode ofOne = JSON.readTree(get("/warnings?limit=200&sender=10690000003").body());
    assertThat(ofOne.path("items"))
        .hasSize(43)
        .allSatisfy(item -> assertThat(item.path("sender").asText()).isEqualTo("10690000003"));
    assertThat(get("/warnings/m-7?unmask=true").body()).contains("+8613800138000", "8842");
    assertThat(get("/warnings/m-300").statusCode()).isEqualTo(404);
  }
}
