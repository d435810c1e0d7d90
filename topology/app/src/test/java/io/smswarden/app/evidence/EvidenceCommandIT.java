package io.smswarden.app.evidence;

import static io.smswarden.app.evidence.Samples.KEYS;
import static io.smswarden.app.evidence.Samples.NOON;
import static io.smswarden.app.evidence.Samples.OTHER;
import static io.smswarden.app.evidence.Samples.SENDER;
import static org.assertj.core.api.Assertions.assertThat;

import io.smswarden.app.broker.EmbeddedBroker;
import io.smswarden.app.config.EvidenceKeyFile;
import io.smswarden.app.exit.ErrorLines;
import io.smswarden.app.topics.TopicPlan;
import io.smswarden.filter.SenderId;
import io.smswarden.filter.evidence.Checkpoint;
import io.smswarden.filter.evidence.EvidenceRecord;
import io.smswarden.filter.evidence.Head;
import io.smswarden.streams.EvidenceFormat;
import io.smswarden.streams.Topic;
import io.smswarden.streams.TopicSerdes;
import io.smswarden.streams.Topics;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EvidenceCommandIT {

  private static final String ANNA = "+8613800000001";
  private static final String BEN = "+8613800000002";

  @TempDir private Path dir;
  private EmbeddedBroker broker;
  private KafkaProducer<byte[], byte[]> producer;
  private Path config;
  private final StringWriter printed = new StringWriter();

  @BeforeEach
  void start() throws Exception {
    broker = EmbeddedBroker.start(dir.resolve("broker"));
    Map<String, Object> client = Map.of("bootstrap.servers", broker.bootstrapServers());
    try (Admin admin = Admin.create(client)) {
      TopicPlan.shipped().forOneBroker(2).create(admin, Duration.ofSeconds(30));
    }
    producer = new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer());
    Path keys = dir.resolve("keys.pem");
    EvidenceKeyFile.write(KEYS, keys);
    config = dir.resolve("test.properties");
    Files.writeString(
        config,
        "smswarden.bootstrap-servers=%s\nsmswarden.evidence.key-file=%s\n"
            .formatted(broker.bootstrapServers(), keys));
  }

  @AfterEach
  void stop() {
    producer.close();
    broker.close();
  }

  @Test
  void evidenceIsExportedVerifiedAndErasedAndVerifiesStill() throws Exception {
    Head mine = kept(kept(kept(Head.none(SENDER), "a1", ANNA), "b1", BEN), "a2", ANNA);
    Head other = kept(Head.none(OTHER), "a3", ANNA);
    sign(List.of(mine, other));

    assertThat(evidence("verify")).as(said()).isZero();
    assertThat(said()).contains("verified 4 records in 2 chains, 1 checkpoints; 4 contents");

    Path zip = dir.resolve("anna.zip");
    assertThat(evidence("export", "--subscriber", ANNA, "--by", "clerk", "--out", zip.toString()))
        .as(said())
        .isZero();
    assertThat(said()).contains("3 records, 3 contents; verified");
    assertThat(new CommandLine(new VerifyCommand()).setOut(out()).execute(zip.toString()))
        .as(said())
        .isZero();
    String evidence = text(zip, Archive.EVIDENCE);
    // Ben's message is there as a link alone.
    assertThat(evidence.lines()).hasSize(4).anyMatch(line -> line.endsWith("\"facts\":null}"));
    assertThat(text(zip, Archive.CONTENTS)).contains(ANNA).doesNotContain(BEN);

    assertThat(evidence("erase", "--subscriber", ANNA, "--by", "dpo", "--reason", "request 7"))
        .isZero();
    assertThat(said()).contains("erased 3 contents");
    assertThat(evidence("verify")).as(said()).isZero();
    assertThat(said()).contains("1 contents, 3 erased");
    assertThat(evidence("erase", "--subscriber", ANNA, "--by", "dpo", "--reason", "again"))
        .isZero();
    assertThat(said()).contains("nothing is kept");

    Path after = dir.resolve("sender.zip");
    assertThat(evidence("export", "--sender", SENDER, "--by", "clerk", "--out", after.toString()))
        .as(said())
        .isZero();
    assertThat(text(after, Archive.CONTENTS)).contains(BEN).doesNotContain(ANNA);
    assertThat(text(after, Archive.REPORT)).contains("依法删除", "dpo", "request 7");
  }

  @Test
  void eachDeedInTheTopicsIsALineAndTheAnswerIsNo() {
    Head first = kept(Head.none(SENDER), "a1", ANNA);
    EvidenceRecord lost = Samples.record(first, "a2", ANNA);
    Head last = kept(lost.head(), "a3", ANNA);
    sign(List.of(last));
    // A text put in the place of another.
    put(
        Topics.EVIDENCE_CONTENT,
        first.hash().hex(),
        EvidenceFormat.write(Samples.content("else", ANNA)));

    assertThat(evidence("verify")).isEqualTo(1);

    assertThat(said())
        .contains("MISSING     +86139****0009 #2")
        .contains("CHANGED     sms.evidence ", "+86139****0009 #1  its text or recipient")
        .contains("NOT verified")
        .doesNotContain(SENDER);
  }

  @Test
  void aCaseIsChosenByIdsAndOneThatIsNotThereIsTold() {
    Head head = kept(Head.none(SENDER), "a1", ANNA);
    Path zip = dir.resolve("case.zip");

    assertThat(
            evidence(
                "export",
                "--case",
                "a1," + head.hash().hex(),
                "--by",
                "clerk",
                "--out",
                zip.toString()))
        .as(said())
        .isZero();
    assertThat(evidence("export", "--case", "a9", "--by", "clerk", "--out", zip + "2"))
        .isEqualTo(1);
    assertThat(said()).contains("no evidence with these ids: a9");
    assertThat(Path.of(zip + "2")).doesNotExist();
  }

  @Test
  void keysAreMadeOnceAndRotated() throws Exception {
    Path file = dir.resolve("new.pem");
    Path rotated = dir.resolve("rotated.pem");

    assertThat(run("keygen", file.toString())).isZero();
    assertThat(run("keygen", file.toString())).isEqualTo(2);
    assertThat(run("keygen", "--rotate", file.toString(), rotated.toString())).isZero();

    assertThat(Files.readString(Path.of(file + ".pub"))).doesNotContain("PRIVATE", "SECRET");
    assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    assertThat(Files.readString(Path.of(rotated + ".pub")))
        .contains(Files.readString(Path.of(file + ".pub")));
  }

  private Head kept(Head head, String messageId, String recipient) {
    EvidenceRecord next = Samples.record(head, messageId, recipient);
    put(
        Topics.EVIDENCE,
        new SenderId(head.chain()),
        EvidenceFormat.write(next, Samples.verdict(head.chain(), messageId)));
    put(
        Topics.EVIDENCE_CONTENT,
        next.hash().hex(),
        EvidenceFormat.write(Samples.content(messageId, recipient)));
    return next.head();
  }

  private void sign(List<Head> heads) {
    Checkpoint checkpoint = Checkpoint.after(Head.none(Checkpoint.chain(0)), 0, NOON, heads, KEYS);
    put(Topics.EVIDENCE_CHECKPOINTS, "0", EvidenceFormat.write(checkpoint, heads));
  }

  private <K, V extends SpecificRecord> void put(Topic<K, V> topic, K key, V value) {
    TopicSerdes serdes = TopicSerdes.embedded();
    var unused =
        producer.send(
            new ProducerRecord<>(
                topic.name(),
                serdes.key(topic).serializer().serialize(topic.name(), key),
                serdes.value(topic).serializer().serialize(topic.name(), value)));
    producer.flush();
  }

  private static String text(Path zip, String name) {
    return new String(Archive.read(zip).files().get(name), StandardCharsets.UTF_8);
  }

  private int evidence(String command, String... words) {
    String[] all = new String[words.length + 3];
    all[0] = command;
    all[1] = "--config";
    all[2] = config.toString();
    System.arraycopy(words, 0, all, 3, words.length);
    return run(all);
  }

  private int run(String... words) {
    return new CommandLine(new EvidenceCommand())
        .setOut(out())
        .setErr(out())
        .setExecutionExceptionHandler(new ErrorLines(() -> false))
        .execute(words);
  }

  private PrintWriter out() {
    return new PrintWriter(printed, true);
  }

  private String said() {
    return printed.toString();
  }
}
