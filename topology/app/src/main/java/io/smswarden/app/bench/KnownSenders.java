package io.smswarden.app.bench;

import io.smswarden.app.config.Configuration;
import io.smswarden.app.exit.UserError;
import io.smswarden.filter.SenderId;
import io.smswarden.schemas.SenderKind;
import io.smswarden.schemas.SenderReputation;
import io.smswarden.schemas.SmsEvent;
import io.smswarden.streams.Topic;
import io.smswarden.streams.Topics;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes reputations of senders as a pipeline would have published them. */
final class KnownSenders {

  /** How many are on the list of suspicious ones. */
  static final int SUSPICIOUS = 100;

  private static final String FRAUD =
      "【示例银行】您的银行卡已被冻结，请立即登录 http://card.example/x 填写卡号、密码和验证码解除，逾期将报警处理";

  private final Configuration configuration;
  private final AtomicReference<Exception> failure = new AtomicReference<>();
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
        send(
            producer,
            new ProducerRecord<>(
                Topics.REPUTATION.name(), new SenderId(sender(number)), reputation(number)));
      }
    }
    check();
  }

  /** Has some of them send what makes a pipeline list them as suspicious. */
  void sendFraud() {
    try (KafkaProducer<SenderId, SmsEvent> producer = producer(Topics.EVENTS)) {
      for (int number = 0; number < SUSPICIOUS; number++) {
        SmsEvent event =
            SmsEvent.newBuilder()
                .setId("bench-" + number)
                .setSender(sender(number))
                .setRecipient("+8613800138000")
                .setText(FRAUD)
                .setEventTime(now)
                .setReceivedTime(now)
                .build();
        send(
            producer,
            new ProducerRecord<>(
                Topics.EVENTS.name(),
                null,
                now.toEpochMilli(),
                new SenderId(event.getSender()),
                event));
      }
    }
    check();
  }

  private <K, V> void send(KafkaProducer<K, V> producer, ProducerRecord<K, V> next) {
    var unused =
        producer.send(
            next,
            (sent, error) -> {
              if (error != null) {
                failure.compareAndSet(null, error);
              }
            });
  }

  private void check() {
    if (failure.get() != null) {
      throw UserError.clusterFailed(
          "the benchmark's senders could not be written: " + failure.get().getMessage(),
          failure.get());
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
        number % 50 * 1.0,
        100.0 - number % 50,
        number % 5 * 1.0,
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
