package io.smswarden.app.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.smswarden.app.broker.EmbeddedBroker;
import io.smswarden.app.topics.TopicPlan;
import io.smswarden.filter.Msisdn;
import io.smswarden.schemas.ComplaintReport;
import io.smswarden.schemas.ReportChannel;
import io.smswarden.streams.TopicSerdes;
import io.smswarden.streams.Topics;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Complaints from a file on their way into a real broker. */
class ReplayComplaintsIT {

  private static final String FILE =
      """
      13800000001\t10690001\tFRAUD\t2026-03-02T20:00:00+08:00\t\t
      13800000001\tno sender at all, and far too long\t\t1\t\t
      13800000002\t\t\t1772452800000\t\t您的包裹滞留，请点击链接核实
      """;

  @TempDir private Path dir;
  private EmbeddedBroker broker;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void start() {
    broker = EmbeddedBroker.start(dir.resolve("broker"));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      TopicPlan.shipped().forOneBroker(1).create(admin, Duration.ofSeconds(30));
    }
  }

  @AfterEach
  void stop() {
    broker.close();
  }

  @Test
  void goodLinesComeOnceAndABadOneIsToldWithItsNumber() throws Exception {
    Path file = Files.writeString(dir.resolve("complaints.tsv"), FILE);

    assertThat(replay(file)).isZero();
    assertThat(replay(file)).isZero();

    assertThat(out.toString()).contains("3 of 3 lines done, 2 complaints, lines rejected: 1");
    assertThat(err.toString()).contains("complaints.tsv:2: the sender").doesNotContain("too long");
    List<ConsumerRecord<Msisdn, ComplaintReport>> reports = reports();
    assertThat(reports)
        .extracting(ConsumerRecord::key)
        .containsExactly(new Msisdn("+8613800000001"), new Msisdn("+8613800000002"));
    assertThat(reports)
        .extracting(ConsumerRecord::value)
        .allMatch(report -> report.getChannel() == ReportChannel.FILE)
        .extracting(ComplaintReport::getSender, ComplaintReport::getText)
        .containsExactly(tuple("10690001", null), tuple(null, "您的包裹滞留，请点击链接核实"));
  }

  private int replay(Path file) {
    return new CommandLine(new ReplayCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute("--complaints", "--bootstrap-servers", broker.bootstrapServers(), file.toString());
  }

  private List<ConsumerRecord<Msisdn, ComplaintReport>> reports() {
    TopicSerdes serdes = TopicSerdes.embedded();
    try (KafkaConsumer<Msisdn, ComplaintReport> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "isolation.level",
                "read_committed"),
            serdes.key(Topics.REPORTS).deserializer(),
            serdes.value(Topics.REPORTS).deserializer())) {
      List<TopicPartition> partition = List.of(new TopicPartition(Topics.REPORTS.name(), 0));
      consumer.assign(partition);
      consumer.seekToBeginning(partition);
      long end = consumer.endOffsets(partition).get(partition.get(0));
      List<ConsumerRecord<Msisdn, ComplaintReport>> found = new ArrayList<>();
      while (consumer.position(partition.get(0)) < end) {
        consumer.poll(Duration.ofMillis(200)).forEach(found::add);
      }
      return found;
    }
  }
}
