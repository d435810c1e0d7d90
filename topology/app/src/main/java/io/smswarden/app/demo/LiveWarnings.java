package io.smswarden.app.demo;

import io.smswarden.app.traffic.Traffic;
import io.smswarden.filter.SenderId;
import io.smswarden.filter.verdict.Category;
import io.smswarden.schemas.FiredSignal;
import io.smswarden.schemas.Verdict;
import io.smswarden.schemas.Warning;
import io.smswarden.streams.TopicSerdes;
import io.smswarden.streams.Topics;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/** Tells of warnings as they come, a line each: when, what, who in part, and why. No text. */
final class LiveWarnings implements AutoCloseable {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(Traffic.ZONE);
  private static final int SENDER_COLUMNS = 15;

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Deserializer<Warning> warnings;
  private final Language language;
  private final Consumer<String> lines;
  private final Thread thread = new Thread(this::read, "demo-live-warnings");

  private LiveWarnings(
      Map<String, Object> client, TopicSerdes serdes, Language language, Consumer<String> lines) {
    Map<String, Object> properties = new HashMap<>(client);
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    this.consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    this.warnings = serdes.value(Topics.WARNINGS).deserializer();
    this.language = language;
    this.lines = lines;
    List<TopicPartition> partitions =
        consumer.partitionsFor(Topics.WARNINGS.name()).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    thread.setDaemon(true);
  }

  /** Begins with the next warning. */
  static LiveWarnings start(
      Map<String, Object> client, TopicSerdes serdes, Language language, Consumer<String> lines) {
    LiveWarnings live = new LiveWarnings(client, serdes, language, lines);
    live.thread.start();
    return live;
  }

  @Override
  public void close() {
    consumer.wakeup();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void read() {
    try (consumer) {
      while (true) {
        consumer
            .poll(Duration.ofSeconds(1))
            .forEach(message -> tell(warnings.deserialize(message.topic(), message.value())));
      }
    } catch (WakeupException e) {
      // Closed.
    }
  }

  private void tell(Warning warning) {
    Verdict verdict = warning.getVerdict();
    // Adverts are counted; they worry nobody.
    if (Category.valueOf(verdict.getCategory().name()).alerts()) {
      lines.accept(line(verdict));
    }
  }

  private String line(Verdict verdict) {
    String reason = telling(verdict.getSignals()).map(this::reason).orElse("");
    return String.join(
            "  ",
            TIME.format(verdict.getEventTime()),
            padded("action.", verdict.getAction(), io.smswarden.schemas.Action.values()),
            padded("category.", verdict.getCategory(), io.smswarden.schemas.Category.values()),
            Table.padded(new SenderId(verdict.getSender()).masked(), SENDER_COLUMNS),
            reason)
        .stripTrailing();
  }

  /** What speaks most against a message in words that help; a second look's do not. */
  private static Optional<FiredSignal> telling(List<FiredSignal> signals) {
    return signals.stream()
        .filter(signal -> !signal.getCode().startsWith("SECOND_LOOK"))
        .filter(signal -> signal.getWeight() >= 0)
        .findFirst();
  }

  private <E extends Enum<E>> String padded(String prefix, E value, E[] all) {
    int widest = 0;
    for (E other : all) {
      widest = Math.max(widest, Table.width(language.text(prefix + other)));
    }
    return Table.padded(language.text(prefix + value), widest);
  }

  private String reason(FiredSignal signal) {
    return switch (language) {
      case ZH -> signal.getReasonZh();
      case EN -> signal.getReasonEn();
    };
  }
}
