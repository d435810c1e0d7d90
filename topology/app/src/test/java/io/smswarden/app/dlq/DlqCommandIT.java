package io.smswarden.app.dlq;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.smswarden.app.broker.EmbeddedBroker;
import io.smswarden.app.config.Settings;
import io.smswarden.app.topics.TopicPlan;
import io.smswarden.schemas.DeadLetter;
import io.smswarden.schemas.DeadLetterReason;
import io.smswarden.streams.TopicSerdes;
import io.smswarden.streams.Topics;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DlqCommandIT {

  private static final byte[] KEY = "+8613900000009".getBytes(UTF_8);
  private static final byte[] VALUE = "not Avro".getBytes(UTF_8);

  @TempDir Path dir;
  private EmbeddedBroker broker;
  private final StringWriter printed = new StringWriter();

  @BeforeEach
  void start() {
    broker = EmbeddedBroker.start(dir);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      TopicPlan.shipped().forOneBroker(2).create(admin, Duration.ofSeconds(30));
    }
  }

  @AfterEach
  void stop() {
    broker.close();
  }

  @Test
  void listingShowsReasonAndOriginAndNoContents() {
    deadLetter(17);

    assertThat(dlq("list")).isZero();

    assertThat(printed.toString())
        .contains("UNREADABLE", "sms.events 1/17", "the marker is missing", "1 dead letter")
        .doesNotContain("13900000009", "not Avro");
  }

  @Test
  void aDeadLetterIsReplayedOnceAsItWas() {
    deadLetter(17);
    assertThat(dlq("replay")).isZero();
    deadLetter(18);
    assertThat(dlq("replay")).isZero();
    assertThat(dlq("replay")).isZero();

    assertThat(printed.toString())
        .isEqualToNormalizingNewlines("replayed 1\nreplayed 1\nreplayed 0\n");
    List<ConsumerRecord<byte[], byte[]>> events = events();
    assertThat(events).hasSize(2);
    assertThat(events.get(0).key()).isEqualTo(KEY);
    assertThat(events.get(0).value()).isEqualTo(VALUE);
    assertThat(events.get(0).timestamp()).isEqualTo(1000);
  }

  @Test
  void fromTheBeginningAllAreReplayedAgain() {
    deadLetter(17);
    dlq("replay");

    dlq("replay", "--from-beginning");

    assertThat(events()).hasSize(2);
  }

  private int dlq(String... words) {
    List<String> args = new ArrayList<>(List.of(words));
    args.addAll(List.of("--bootstrap-servers", broker.bootstrapServers()));
    return new CommandLine(new DlqCommand())
        .setOut(new PrintWriter(printed, true))
        .execute(args.toArray(String[]::new));
  }

  private void deadLetter(long offset) {
    DeadLetter letter =
        new DeadLetter(
            DeadLetterReason.UNREADABLE,
            "the marker is missing",
            "sms.events",
            1,
            offset,
            Instant.ofEpochMilli(1000),
            ByteBuffer.wrap(KEY),
            ByteBuffer.wrap(VALUE));
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      var unused =
          producer.send(
              new ProducerRecord<>(
                  "sms.dlq",
                  KEY,
                  TopicSerdes.embedded()
                      .value(Topics.DEAD_LETTERS)
                      .serializer()
                      .serialize("sms.dlq", letter)));
    }
  }

  private List<ConsumerRecord<byte[], byte[]>> events() {
    Map<String, Object> properties =
        new HashMap<>(
            Settings.read(Optional.empty(), Map.of())
                .withBootstrapServers(broker.bootstrapServers())
                .configuration()
                .forConsumer());
    properties.put("isolation.level", "read_committed");
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          List.of(new TopicPartition("sms.events", 0), new TopicPartition("sms.events", 1));
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer.poll(Duration.ofMillis(200)).forEach(found::add);
      }
      return found;
    }
  }
}
