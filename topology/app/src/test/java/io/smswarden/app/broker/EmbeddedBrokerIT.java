package io.smswarden.app.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.smswarden.app.Main;
import io.smswarden.app.exit.UserError;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {

  @TempDir Path dataDir;

  @Test
  void aSecondStartOnTheSameDirectoryHasTheSameClusterAndTopics() throws Exception {
    String clusterId;
    try (EmbeddedBroker broker = EmbeddedBroker.start(dataDir);
        Admin admin = admin(broker)) {
      clusterId = admin.describeCluster().clusterId().get();
      admin.createTopics(List.of(new NewTopic("sms.test", 2, (short) 1))).all().get();
    }
    try (EmbeddedBroker broker = EmbeddedBroker.start(dataDir);
        Admin admin = admin(broker)) {
      assertThat(admin.describeCluster().clusterId().get()).isEqualTo(clusterId);
      assertThat(admin.listTopics().names().get()).contains("sms.test");
    }
  }

  @Test
  void aDirectoryInUseIsOneClearError() {
    try (EmbeddedBroker broker = EmbeddedBroker.start(dataDir)) {
      assertThat(broker.bootstrapServers()).startsWith("127.0.0.1:");
      assertThatThrownBy(() -> EmbeddedBroker.start(dataDir))
          .isInstanceOf(UserError.class)
          .hasMessageContaining(dataDir.toString())
          .hasMessageContaining("in use by another process")
          .hasMessageContaining("--data-dir");
    }
  }

  @Test
  void afterAKillReadersGoOnOnceTheProducerIsBack() throws Exception {
    Process broker = brokerProcess();
    String clusterId;
    try (BufferedReader said = broker.inputReader(StandardCharsets.UTF_8)) {
      String servers = said.readLine().replace("bootstrap.servers=", "");
      try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers));
          var producer = transactional(servers)) {
        clusterId = admin.describeCluster().clusterId().get();
        admin.createTopics(List.of(new NewTopic("sms.test", 1, (short) 1))).all().get();
        producer.beginTransaction();
        producer.send(new ProducerRecord<>("sms.test", new byte[] {1})).get();
        producer.commitTransaction();
        producer.beginTransaction();
        producer.send(new ProducerRecord<>("sms.test", new byte[] {2})).get();
        broker.destroyForcibly().waitFor();
        producer.close(Duration.ZERO);
      }
    }
    try (EmbeddedBroker again = EmbeddedBroker.start(dataDir);
        Admin admin = admin(again);
        var producer = transactional(again.bootstrapServers())) {
      assertThat(admin.describeCluster().clusterId().get()).isEqualTo(clusterId);
      producer.beginTransaction();
      producer.send(new ProducerRecord<>("sms.test", new byte[] {3})).get();
      producer.commitTransaction();
      assertThat(committed(again, 2)).containsExactly(1, 3);
    }
  }

  private Process brokerProcess() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "broker",
            "--data-dir",
            dataDir.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static KafkaProducer<byte[], byte[]> transactional(String servers) {
    var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", servers, "transactional.id", "test"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    producer.initTransactions();
    return producer;
  }

  /** The first byte of the first records that a reader of committed ones sees. */
  private static List<Integer> committed(EmbeddedBroker broker, int count) {
    var partition = new TopicPartition("sms.test", 0);
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "isolation.level",
                "read_committed"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      List<Integer> seen = new ArrayList<>();
      await()
          .atMost(Duration.ofMinutes(1))
          .until(
              () -> {
                consumer
                    .poll(Duration.ofMillis(100))
                    .forEach(message -> seen.add((int) message.value()[0]));
                return seen.size() >= count;
              });
      return seen;
    }
  }

  private static Admin admin(EmbeddedBroker broker) {
    return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
  }
}
