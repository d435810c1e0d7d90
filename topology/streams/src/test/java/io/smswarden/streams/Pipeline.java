package io.smswarden.streams;

import io.smswarden.filter.Judge;
import io.smswarden.filter.Message;
import io.smswarden.filter.Msisdn;
import io.smswarden.filter.SenderId;
import io.smswarden.filter.evidence.EvidenceKeys;
import io.smswarden.filter.rule.RuleMode;
import io.smswarden.filter.verdict.Action;
import io.smswarden.filter.verdict.Category;
import io.smswarden.filter.verdict.Finding;
import io.smswarden.filter.verdict.Verdict;
import io.smswarden.filter.verdict.Versions;
import io.smswarden.schemas.Complaint;
import io.smswarden.schemas.ComplaintReport;
import io.smswarden.schemas.DeadLetterReason;
import io.smswarden.schemas.OverrideStanding;
import io.smswarden.schemas.ReportChannel;
import io.smswarden.schemas.SenderBehaviour;
import io.smswarden.schemas.SenderHistory;
import io.smswarden.schemas.SenderKind;
import io.smswarden.schemas.SenderOverride;
import io.smswarden.schemas.SenderProfile;
import io.smswarden.schemas.SmsEvent;
import io.smswarden.schemas.SubscriberPreferences;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;

/** The topology under test, with a judge that does what the text says. */
final class Pipeline implements AutoCloseable {

  static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  /** Flags a text that names an action and a category: {@code "WARN FRAUD"}. */
  static final Judge LITERAL =
      new Judge() {
        @Override
        public Verdict judge(Message message) {
          String text = message.text().value();
          if (text.equals("EXPLODE")) {
            throw new IllegalStateException("with the text " + text);
          }
          String[] words = text.split(" ", -1);
          return words.length < 2
              ? verdict(0.01, Category.NORMAL, Action.ALLOW, message)
              : verdict(0.97, Category.valueOf(words[1]), Action.valueOf(words[0]), message);
        }

        @Override
        public Versions versions() {
          return new Versions("model-1", "signals-1");
        }
      };

  static final EvidenceKeys KEYS = EvidenceKeys.generate(new SecureRandom());

  /** The defaults, with evidence. */
  static final PipelineSettings SETTINGS =
      PipelineSettings.DEFAULT.with(
          new PipelineSettings.Evidence(Optional.of(KEYS), Duration.ofMinutes(1)));

  private final TopicSerdes serdes = TopicSerdes.embedded();
  private final TopologyTestDriver driver;
  private final Map<String, Integer> ids = new HashMap<>();
  final List<String> observed = new ArrayList<>();

  Pipeline() {
    this(LITERAL);
  }

  Pipeline(Judge judge) {
    this(judge, SETTINGS);
  }

  Pipeline(Judge judge, PipelineSettings settings) {
    PipelineObserver observer =
        new PipelineObserver() {
          @Override
          public void judged(io.smswarden.schemas.Verdict verdict) {
            observed.add("judged " + verdict.getCategory());
          }

          @Override
          public void deadLetter(DeadLetterReason reason, String originTopic) {
            observed.add(reason + " " + originTopic);
          }

          @Override
          public void rulesInForce(String version, Map<String, RuleMode> modes) {
            observed.add("rules " + version + " " + modes);
          }

          @Override
          public void rulesRejected() {
            observed.add("rules rejected");
          }
        };
    Properties config = new Properties();
    config.putAll(PipelineConfig.of(serdes, observer));
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
    // Of its own: two builds on one machine must not meet in the default one.
    config.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory().toString());
    // The driver forgets what is sent before the first record of a transaction, dead letters of
    // unreadable records among it; a test with a real broker shows that they are in it.
    config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
    driver =
        new TopologyTestDriver(
            new SmsTopology(judge, serdes, settings, observer).build(), config, NOON);
  }

  private static Path stateDirectory() {
    try {
      Path directory = Files.createTempDirectory("smswarden-test");
      directory.toFile().deleteOnExit();
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Verdict verdict(double score, Category category, Action action, Message message) {
    Finding known =
        new Finding(
            "KNOWN_SENDER",
            category,
            message.standing().suspicion(),
            0.0,
            0,
            0,
            message.standing().organisation().orElse("无登记"),
            message.standing().organisation().orElse("not registered"));
    return new Verdict(
        score, category, action, 0.5, List.of(known), new Versions("model-1", "signals-1"));
  }

  /** An event from a sender at a time; ids count up by sender. */
  SmsEvent event(String sender, String text, Instant time) {
    int number = ids.merge(sender, 1, Integer::sum);
    return SmsEvent.newBuilder()
        .setId(sender + "#" + number)
        .setSender(sender)
        .setRecipient("+8613800000001")
        .setText(text)
        .setEventTime(time)
        .setReceivedTime(time.plusMillis(5))
        .build();
  }

  void sms(String sender, String text, Instant time) {
    put(Topics.EVENTS, new SenderId(sender), event(sender, text, time), time);
  }

  void sms(String sender, String recipient, String text, Instant time) {
    SmsEvent event = SmsEvent.newBuilder(event(sender, text, time)).setRecipient(recipient).build();
    put(Topics.EVENTS, new SenderId(sender), event, time);
  }

  void complaint(String sender, String category, Instant time) {
    complaint(sender, category, "+8613800000001", 1, time);
  }

  void complaint(String sender, String category, String complainant, double weight, Instant time) {
    put(
        Topics.COMPLAINTS,
        new SenderId(sender),
        Complaint.newBuilder()
            .setId("c" + ids.merge("complaints", 1, Integer::sum))
            .setSender(sender)
            .setComplainant(complainant)
            .setWeight(weight)
            .setCategory(io.smswarden.schemas.Category.valueOf(category))
            .setComplainedAt(time)
            .build(),
        time);
  }

  /** Null for an override without end. */
  void override(String sender, OverrideStanding standing, Instant from, Instant expiresAt) {
    put(
        Topics.OVERRIDES,
        new SenderId(sender),
        SenderOverride.newBuilder()
            .setSender(sender)
            .setStanding(standing)
            .setAuthor("wang")
            .setReason("ticket 4711")
            .setFrom(from)
            .setExpiresAt(expiresAt)
            .build(),
        from);
  }

  SenderBehaviour behaviour(String sender) {
    return driver
        .<SenderId, SenderBehaviour>getKeyValueStore(Stores.BEHAVIOUR)
        .get(new SenderId(sender));
  }

  SenderHistory history(String sender) {
    return driver
        .<SenderId, SenderHistory>getKeyValueStore(Stores.HISTORY)
        .get(new SenderId(sender));
  }

  /** How many records a store has. */
  long count(String store) {
    long count = 0;
    try (var all = driver.getKeyValueStore(store).all()) {
      while (all.hasNext()) {
        all.next();
        count++;
      }
    }
    return count;
  }

  /** What a subscriber of the tests reports; its id counts up. */
  ComplaintReport.Builder report(ReportChannel channel, Instant time) {
    return ComplaintReport.newBuilder()
        .setId("r" + ids.merge("reports", 1, Integer::sum))
        .setComplainant("+8613800000001")
        .setChannel(channel)
        .setReportedAt(time);
  }

  void put(ComplaintReport report) {
    put(Topics.REPORTS, new Msisdn(report.getComplainant()), report, report.getReportedAt());
  }

  void register(String sender, String organisation, SenderKind kind) {
    register(sender, organisation, kind, null);
  }

  void register(String sender, String organisation, SenderKind kind, String officialChannel) {
    put(
        Topics.PROFILES,
        new SenderId(sender),
        SenderProfile.newBuilder()
            .setSender(sender)
            .setOrganisation(organisation)
            .setKind(kind)
            .setOfficialChannel(officialChannel)
            .setVerified(true)
            .setRegisteredAt(NOON)
            .build());
  }

  <K, V extends SpecificRecord> void put(Topic<K, V> topic, K key, V value) {
    put(topic, key, value, NOON);
  }

  /** A record with the timestamp that the broker has of it. */
  <K, V extends SpecificRecord> void put(Topic<K, V> topic, K key, V value, Instant produced) {
    TestInputTopic<K, V> input =
        driver.createInputTopic(
            topic.name(), serdes.key(topic).serializer(), serdes.value(topic).serializer());
    input.pipeInput(key, value, Math.max(produced.toEpochMilli(), 0));
  }

  /** What a subscriber of the tests wants. */
  void prefer(SubscriberPreferences preferences) {
    put(Topics.PREFERENCES, new Msisdn(preferences.getSubscriber()), preferences);
  }

  void bytes(Topic<?, ?> topic, byte[] key, byte[] value) {
    driver
        .createInputTopic(topic.name(), new ByteArraySerializer(), new ByteArraySerializer())
        .pipeInput(key, value, NOON);
  }

  <V extends SpecificRecord> byte[] encoded(Topic<?, V> topic, V value) {
    return serdes.value(topic).serializer().serialize(topic.name(), value);
  }

  /** What came out on a topic since the last time. */
  <K, V extends SpecificRecord> List<V> read(Topic<K, V> topic) {
    return output(topic).readValuesToList();
  }

  /** The last value of each key since the last time. */
  <K, V extends SpecificRecord> Map<K, V> latest(Topic<K, V> topic) {
    return output(topic).readKeyValuesToMap();
  }

  <K, V extends SpecificRecord> List<KeyValue<K, V>> pairs(Topic<K, V> topic) {
    return output(topic).readKeyValuesToList();
  }

  private <K, V extends SpecificRecord> TestOutputTopic<K, V> output(Topic<K, V> topic) {
    return driver.createOutputTopic(
        topic.name(), serdes.key(topic).deserializer(), serdes.value(topic).deserializer());
  }

  /** Names of the topics that were written to. */
  Set<String> produced() {
    return driver.producedTopicNames();
  }

  void wallClock(Duration by) {
    driver.advanceWallClockTime(by);
  }

  @Override
  public void close() {
    driver.close();
  }
}
