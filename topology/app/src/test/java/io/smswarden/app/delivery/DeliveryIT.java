package io.smswarden.app.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smswarden.app.Main;
import io.smswarden.app.broker.EmbeddedBroker;
import io.smswarden.app.config.Configuration;
import io.smswarden.app.config.Settings;
import io.smswarden.app.delivery.Receiver.Answer;
import io.smswarden.app.metrics.Metrics;
import io.smswarden.app.topics.TopicPlan;
import io.smswarden.filter.Msisdn;
import io.smswarden.schemas.DeadLetter;
import io.smswarden.schemas.SubscriberAlert;
import io.smswarden.schemas.UndeliveredAlert;
import io.smswarden.schemas.UndeliveredReason;
import io.smswarden.streams.Topic;
import io.smswarden.streams.Topics;
import java.io.IOException;
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
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Delivery between a real broker and a real HTTP server. */
class DeliveryIT {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final int PARTITIONS = 2;
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  @TempDir private static Path dir;
  private static EmbeddedBroker broker;
  private static Admin admin;

  /**
   * A group of its own for each test: the broker forgets offsets of a deleted topic in its time.
   */
  private final String application = "it-" + UUID.randomUUID();

  private Receiver receiver;

  @BeforeAll
  static void startBroker() {
    broker = EmbeddedBroker.start(dir);
    admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
  }

  @AfterAll
  static void stopBroker() {
    admin.close();
    broker.close();
  }

  @BeforeEach
  void freshTopics() throws Exception {
    admin.deleteTopics(admin.listTopics().names().get()).all().get();
    await().atMost(SOON).until(() -> admin.listTopics().names().get().isEmpty());
    TopicPlan.shipped().forOneBroker(PARTITIONS).create(admin, SOON);
    receiver = new Receiver();
  }

  @AfterEach
  void stopReceiver() {
    receiver.close();
  }

  @Test
  void everyAlertArrivesOnceThoughTheReceiverFailsEachOneAtFirst() throws Exception {
    Set<String> seen = ConcurrentHashMap.newKeySet();
    receiver.answering(post -> Answer.of(seen.add(post.id()) ? 500 : 204));
    alerts(IntStream.range(0, 50).mapToObj(i -> now("m" + i, i)).toList());

    Counts counts = deliverUntil(() -> delivered().size() == 50);

    assertThat(counts).isEqualTo(new Counts(50, 0, 0, 0));
    assertThat(delivered()).doesNotHaveDuplicates();
    assertThat(read(Topics.UNDELIVERED)).isEmpty();
    assertThat(lag(application + "-delivery", Topics.ALERTS)).isZero();
  }

  @Test
  void alertsOfOneSubscriberKeepTheirOrderThoughTheFirstFails() throws Exception {
    AtomicBoolean failed = new AtomicBoolean();
    receiver.answering(
        post ->
            Answer.of(
                post.messageId().equals("m0") && failed.compareAndSet(false, true) ? 500 : 204));
    alerts(IntStream.range(0, 5).mapToObj(i -> now("m" + i, 1)).toList());

    deliverUntil(() -> receiver.posts().size() == 6);

    assertThat(receiver.posts())
        .extracting(Receiver.Post::messageId)
        .containsExactly("m0", "m0", "m1", "m2", "m3", "m4");
  }

  @Test
  void aKilledProcessRepeatsWhatItCouldNotCommitUnderTheSameId() throws Exception {
    CountDownLatch posted = new CountDownLatch(1);
    CountDownLatch killed = new CountDownLatch(1);
    receiver.answering(
        post -> {
          posted.countDown();
          killed.await();
          return Answer.of(204);
        });
    alerts(List.of(now("m1", 1)));
    Process process = deliverProcess();
    try {
      assertThat(posted.await(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly().waitFor();
    }
    killed.countDown();

    deliverUntil(() -> receiver.posts().size() == 2);

    assertThat(receiver.posts()).extracting(Receiver.Post::messageId).containsExactly("m1", "m1");
    assertThat(receiver.posts().get(0).id()).isEqualTo(receiver.posts().get(1).id());
    assertThat(receiver.posts().get(0).body()).isEqualTo(receiver.posts().get(1).body());
  }

  @Test
  void whatIsRefusedIsKeptAndSentAgainOnce() throws Exception {
    receiver.answering(post -> Answer.of(post.messageId().equals("m1") ? 422 : 204));
    alerts(List.of(now("m0", 1), now("m1", 1), now("m2", 1)));
    deliverUntil(() -> read(Topics.UNDELIVERED).size() == 1 && delivered().contains("m2"));
    UndeliveredAlert kept = read(Topics.UNDELIVERED).get(0);
    assertThat(kept.getReason()).isEqualTo(UndeliveredReason.REFUSED);
    assertThat(kept.getDetail()).isEqualTo("HTTP 422");
    assertThat(kept.getAttempts()).isEqualTo(1);
    assertThat(kept.getChannel()).isEqualTo("webhook");
    assertThat(kept.getAlert().getMessageId()).isEqualTo("m1");

    assertThat(command("--undelivered"))
        .isEqualTo("1: delivered 0, undelivered again 1, passed over 0");
    assertThat(read(Topics.UNDELIVERED).get(1).getAttempts()).isEqualTo(2);
    receiver.answering(post -> Answer.of(204));
    assertThat(command("--undelivered"))
        .isEqualTo("0: delivered 1, undelivered again 0, passed over 0");
    assertThat(command("--undelivered"))
        .isEqualTo("0: delivered 0, undelivered again 0, passed over 0");

    List<String> ids =
        receiver.posts().stream()
            .filter(post -> post.messageId().equals("m1"))
            .map(Receiver.Post::id)
            .toList();
    assertThat(ids).hasSize(3).containsOnly(kept.getDeliveryId());
    assertThat(command("--undelivered", "--from-beginning", "--younger-than", "1"))
        .isEqualTo("0: delivered 2, undelivered again 0, passed over 0");
  }

  @Test
  void anAlertThatIsTooLateIsKeptAndWakesNobody() throws Exception {
    Instant threeHoursAgo = Instant.now().minus(Duration.ofHours(3)).minusSeconds(1);
    alerts(
        List.of(
            alert("old", 1).setEventTime(threeHoursAgo).build(),
            alert("quiet", 2).setNotAfter(Instant.now().minusSeconds(1)).build(),
            now("new", 3)));

    deliverUntil(() -> read(Topics.UNDELIVERED).size() == 2 && delivered().contains("new"));

    assertThat(delivered()).containsExactly("new");
    assertThat(read(Topics.UNDELIVERED))
        .allSatisfy(kept -> assertThat(kept.getReason()).isEqualTo(UndeliveredReason.EXPIRED));
    assertThat(command("--undelivered", "--younger-than", "1"))
        .isEqualTo("0: delivered 1, undelivered again 0, passed over 1");
  }

  @Test
  void nothingIsGivenUpWhileTheReceiverIsDown() throws Exception {
    AtomicBoolean up = new AtomicBoolean();
    receiver.answering(post -> Answer.of(up.get() ? 204 : 503));
    alerts(IntStream.range(0, 30).mapToObj(i -> now("m" + i, i)).toList());

    deliverUntil(
        () -> {
          // More failures than all attempts of all alerts, were they their own.
          up.set(receiver.posts().size() > 30 * 3);
          return up.get() && arrived(30);
        });

    assertThat(read(Topics.UNDELIVERED)).isEmpty();
  }

  @Test
  void aRecordThatIsNoAlertGoesToTheDeadLetters() throws Exception {
    try (KafkaProducer<byte[], byte[]> producer = producer()) {
      producer
          .send(new ProducerRecord<>(Topics.ALERTS.name(), new byte[] {1}, new byte[] {2}))
          .get();
    }
    alerts(List.of(now("m1", 1)));

    deliverUntil(() -> delivered().contains("m1") && !read(Topics.DEAD_LETTERS).isEmpty());

    DeadLetter letter = read(Topics.DEAD_LETTERS).get(0);
    assertThat(letter.getOriginTopic()).isEqualTo(Topics.ALERTS.name());
    assertThat(letter.getValue().array()).containsExactly(2);
  }

  /** A condition that may ask the cluster. */
  private interface Condition {
    boolean holds() throws Exception;
  }

  private Counts deliverUntil(Condition condition) throws Exception {
    Configuration configuration = settings().configuration();
    AtomicBoolean stop = new AtomicBoolean();
    try (Metrics metrics = new Metrics(InstantSource.system());
        Delivery delivery =
            new Delivery(
                configuration,
                new WebhookChannel(
                    configuration.delivery().webhook().orElseThrow(), InstantSource.system()),
                metrics,
                InstantSource.system())) {
      CompletableFuture<Counts> running =
          CompletableFuture.supplyAsync(() -> delivery.deliverNew(stop::get));
      try {
        await().atMost(SOON).until(() -> running.isDone() || condition.holds());
      } finally {
        stop.set(true);
      }
      return running.get(60, TimeUnit.SECONDS);
    }
  }

  private Settings settings() {
    return Settings.forCluster(broker.bootstrapServers())
        .with("smswarden.application-id", application, "test")
        .with("smswarden.delivery.webhook.url", receiver.url().toString(), "test")
        .with("smswarden.delivery.webhook.secrets", SECRET, "test")
        .with("smswarden.delivery.attempts", "3", "test")
        .with("smswarden.delivery.backoff", "10ms", "test")
        .with("smswarden.delivery.backoff-most", "100ms", "test")
        .with("smswarden.delivery.pause", "10ms", "test");
  }

  private Process deliverProcess() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "deliver",
            "--bootstrap-servers",
            broker.bootstrapServers());
    builder.environment().put("SMSWARDEN_APPLICATION_ID", application);
    builder.environment().put("SMSWARDEN_DELIVERY_WEBHOOK_URL", receiver.url().toString());
    builder.environment().put("SMSWARDEN_DELIVERY_WEBHOOK_SECRETS", SECRET);
    builder.environment().put("SMSWARDEN_DELIVERY_WEBHOOK_TIMEOUT", "1m");
    builder.environment().put("SMSWARDEN_HTTP_PORT", "0");
    // The group waits for a killed member as long as that.
    builder.environment().put("SMSWARDEN_KAFKA_CONSUMER_SESSION_TIMEOUT_MS", "6000");
    return builder
        .redirectErrorStream(true)
        .redirectOutput(dir.resolve("deliver.log").toFile())
        .start();
  }

  /** What the command prints, after its exit code. */
  private String command(String... options) throws IOException {
    Path file = dir.resolve("deliver.properties");
    Files.writeString(
        file,
        """
        smswarden.bootstrap-servers=%s
        smswarden.application-id=%s
        smswarden.delivery.webhook.url=%s
        smswarden.delivery.webhook.secrets=%s
        """
            .formatted(broker.bootstrapServers(), application, receiver.url(), SECRET));
    List<String> args = new ArrayList<>(List.of(options));
    args.addAll(List.of("--config", file.toString()));
    StringWriter printed = new StringWriter();
    int code =
        new CommandLine(new DeliverCommand())
            .setOut(new PrintWriter(printed, true))
            .execute(args.toArray(String[]::new));
    return code + ": " + printed.toString().strip();
  }

  /** Ids of the messages that the receiver has taken, each once. */
  private List<String> delivered() {
    return receiver.posts().stream().map(Receiver.Post::messageId).distinct().toList();
  }

  private boolean arrived(int alerts) throws Exception {
    return lag(application + "-delivery", Topics.ALERTS) == 0 && delivered().size() == alerts;
  }

  private static long lag(String group, Topic<?, ?> topic) throws Exception {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions(topic));
      var committed = admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
      return ends.entrySet().stream()
          .mapToLong(
              end ->
                  end.getValue()
                      - (committed.get(end.getKey()) == null
                          ? 0
                          : committed.get(end.getKey()).offset()))
          .sum();
    }
  }

  private static SubscriberAlert now(String messageId, int subscriber) {
    return alert(messageId, subscriber).build();
  }

  private static SubscriberAlert.Builder alert(String messageId, int subscriber) {
    return Alerts.about(messageId, "+86138000%05d".formatted(subscriber))
        .setEventTime(Instant.now());
  }

  private void alerts(List<SubscriberAlert> alerts) throws Exception {
    var serdes = settings().configuration().serdes();
    try (KafkaProducer<byte[], byte[]> producer = producer()) {
      for (SubscriberAlert alert : alerts) {
        String topic = Topics.ALERTS.name();
        producer
            .send(
                new ProducerRecord<>(
                    topic,
                    serdes
                        .key(Topics.ALERTS)
                        .serializer()
                        .serialize(topic, new Msisdn(alert.getRecipient())),
                    serdes.value(Topics.ALERTS).serializer().serialize(topic, alert)))
            .get();
      }
    }
  }

  private static KafkaProducer<byte[], byte[]> producer() {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", broker.bootstrapServers()),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  private static KafkaConsumer<byte[], byte[]> consumer() {
    return new KafkaConsumer<>(
        Map.of("bootstrap.servers", broker.bootstrapServers(), "isolation.level", "read_committed"),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  private static List<TopicPartition> partitions(Topic<?, ?> topic) {
    return IntStream.range(0, PARTITIONS)
        .mapToObj(number -> new TopicPartition(topic.name(), number))
        .toList();
  }

  /** What a topic holds, by partition. */
  private <V extends SpecificRecord> List<V> read(Topic<?, V> topic) {
    var deserializer = settings().configuration().serdes().value(topic).deserializer();
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      List<TopicPartition> partitions = partitions(topic);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<V> found = new ArrayList<>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(one -> found.add(deserializer.deserialize(topic.name(), one.value())));
      }
      return found;
    }
  }
}
