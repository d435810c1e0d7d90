package io.smswarden.app.bench;

import io.smswarden.app.config.Configuration;
import io.smswarden.filter.SenderId;
import io.smswarden.schemas.SenderKind;
import io.smswarden.schemas.SenderReputation;
import io.smswarden.schemas.TopSender;
import io.smswarden.schemas.TopSenders;
import io.smswarden.streams.Topic;
import io.smswarden.streams.Topics;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes reputations of senders as a pipeline would have published them. */
final class KnownSenders {

  /** How many are on the list of suspicious ones. */
  static final int SUSPICIOUS = 100;

  private final Configuration configuration;
  private final Instant now = InstantSource.system().instant().truncatedTo(ChronoUnit.MILLIS);

  KnownSenders(Configuration configuration) {
    this.configuration = configuration;
  }

  static String sender(int number) {
    return "+86139%08d".formatted(number);
  }

  void write(int senders) {
    try (KafkaProducer<SenderId, SenderReputation> producer = producer(Topics.REPUTATION)) {
      for (int number = 0; number < senders; number++) {
        producer.send(
            new ProducerRecord<>(
                Topics.REPUTATION.name(), new SenderId(sender(number)), reputation(number)));
      }
    }
    List<TopSender> top =
        IntStream.range(0, Math.min(senders, SUSPICIOUS))
            .mapToObj(number -> new TopSender(sender(number), 0.9, 100L, 90L, 5L, null, now))
            .toList();
    try (KafkaProducer<String, TopSenders> producer = producer(Topics.TOP_SENDERS)) {
      producer.send(
          new ProducerRecord<>(Topics.TOP_SENDERS.name(), "ALL", new TopSenders(now, top)));
    }
  }

  private SenderReputation reputation(int number) {
    return new SenderReputation(
        sender(number),
        100L,
        number % 50L,
        number % 5L,
        now.minus(40, ChronoUnit.DAYS),
        now,
        null,
        SenderKind.UNKNOWN,
        false,
        0.3,
        0.2,
        0.4,
        number % 50,
        100 - number % 50,
        number % 5,
        now,
        null);
  }

  private <K, V extends SpecificRecord> KafkaProducer<K, V> producer(Topic<K, V> topic) {
    Map<String, Object> properties = new HashMap<>(configuration.forProducer());
    properties.put(ProducerConfig.LINGER_MS_CONFIG, 20);
    properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    return new KafkaProducer<>(
        properties,
        configuration.serdes().key(topic).serializer(),
        configuration.serdes().value(topic).serializer());
  }
}
