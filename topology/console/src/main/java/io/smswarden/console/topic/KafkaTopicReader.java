package io.smswarden.console.topic;

import io.javalin.http.HttpStatus;
import io.smswarden.console.http.Page;
import io.smswarden.console.http.ProblemException;
import io.smswarden.streams.Topic;
import io.smswarden.streams.TopicSerdes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads with one consumer, for one request at a time: these are pages that people look at. */
public final class KafkaTopicReader implements TopicReader, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(KafkaTopicReader.class);

  private static final Duration WITHIN = Duration.ofSeconds(10);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
  private static final Duration POLL = Duration.ofMillis(100);

  /** Records that are looked at for a page of those that are wanted. */
  private static final int MOST_LOOKED_AT = 50_000;

  private final TopicSerdes serdes;
  private final InstantSource clock;
  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final ReentrantLock turn = new ReentrantLock();
  private Consumer<byte[], byte[]> consumer;

  KafkaTopicReader(
      Supplier<Consumer<byte[], byte[]>> consumers, TopicSerdes serdes, InstantSource clock) {
    this.consumers = consumers;
    this.serdes = serdes;
    this.clock = clock;
  }

  /**
   * A reader of a cluster, which need not answer yet.
   *
   * @param consumer properties of a consumer, without deserializers and group
   */
  public static KafkaTopicReader of(
      Map<String, Object> consumer, TopicSerdes serdes, InstantSource clock) {
    Map<String, Object> properties = new HashMap<>(consumer);
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    properties.put(
        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(WITHIN.toMillis()));
    properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
    return new KafkaTopicReader(
        () ->
            new KafkaConsumer<>(
                properties, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
        serdes,
        clock);
  }

  @Override
  public <V extends SpecificRecord> Page<Stored<V>> newest(
      Topic<?, V> topic, Optional<String> cursor, int limit, Predicate<Stored<V>> wanted) {
    Map<Integer, Long> behind = cursor.map(text -> Cursor.parse(text).behind()).orElse(Map.of());
    return reading(
        topic,
        () -> {
          Walk<V> walk = walk(topic, behind);
          List<Stored<V>> items = new ArrayList<>();
          int looked = 0;
          while (items.size() < limit && looked < MOST_LOOKED_AT && walk.advance()) {
            looked++;
            walk.value().filter(wanted).ifPresent(items::add);
          }
          Optional<String> next =
              walk.atBeginning() ? Optional.empty() : Optional.of(walk.cursor().text());
          return new Page<>(items, next);
        });
  }

  @Override
  public <V extends SpecificRecord> Optional<Stored<V>> at(
      Topic<?, V> topic, int partition, long offset) {
    return reading(
        topic,
        () -> {
          TopicPartition place = new TopicPartition(topic.name(), partition);
          if (!partitions(topic).contains(place)) {
            return Optional.empty();
          }
          consumer.assign(List.of(place));
          long first = consumer.beginningOffsets(List.of(place)).get(place);
          long end = consumer.endOffsets(List.of(place)).get(place);
          if (offset < first || offset >= end) {
            return Optional.empty();
          }
          return range(place, offset, offset + 1).stream()
              .findFirst()
              .flatMap(found -> decoded(topic, found));
        });
  }

  @Override
  public <V extends SpecificRecord> void recent(
      Topic<?, V> topic, int most, Duration within, Predicate<Stored<V>> goOn) {
    reading(
        topic,
        () -> {
          Instant end = clock.instant().plus(within);
          Walk<V> walk = walk(topic, Map.of());
          boolean more = true;
          for (int i = 0; more && i < most && clock.instant().isBefore(end); i++) {
            if (!walk.advance()) {
              break;
            }
            more = walk.value().map(goOn::test).orElse(true);
          }
          return more;
        });
  }

  private <T> T reading(Topic<?, ?> topic, Supplier<T> work) {
    try {
      if (!turn.tryLock(WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
        throw later("others are reading; ask again");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw later("this instance is stopping");
    }
    try {
      if (consumer == null) {
        consumer = consumers.get();
      }
      return work.get();
    } catch (KafkaException e) {
      LOG.atWarn()
          .addKeyValue("topic", topic.name())
          .addKeyValue("error", e.getClass().getSimpleName())
          .log("a topic could not be read");
      throw later("the cluster does not give records of " + topic.name());
    } finally {
      turn.unlock();
    }
  }

  private static ProblemException later(String detail) {
    return ProblemException.later(HttpStatus.SERVICE_UNAVAILABLE, detail, RETRY_AFTER);
  }

  private List<TopicPartition> partitions(Topic<?, ?> topic) {
    return consumer.partitionsFor(topic.name()).stream()
        .map(info -> new TopicPartition(info.topic(), info.partition()))
        .toList();
  }

  private <V extends SpecificRecord> Walk<V> walk(Topic<?, V> topic, Map<Integer, Long> behind) {
    List<TopicPartition> partitions = partitions(topic);
    if (behind.keySet().stream()
        .anyMatch(number -> !partitions.contains(new TopicPartition(topic.name(), number)))) {
      throw Page.badCursor();
    }
    Map<TopicPartition, Long> firsts = consumer.beginningOffsets(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    return new Walk<>(
        topic,
        partitions.stream()
            .map(
                p ->
                    new BackwardPartition(
                        p,
                        firsts.get(p),
                        Math.min(ends.get(p), behind.getOrDefault(p.partition(), ends.get(p))),
                        this::range))
            .toList());
  }

  private List<ConsumerRecord<byte[], byte[]>> range(TopicPartition place, long from, long to) {
    consumer.assign(List.of(place));
    consumer.seek(place, from);
    List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
    Instant end = clock.instant().plus(WITHIN);
    while (consumer.position(place) < to) {
      for (ConsumerRecord<byte[], byte[]> each : consumer.poll(POLL).records(place)) {
        if (each.offset() < to) {
          found.add(each);
        }
      }
      if (clock.instant().isAfter(end)) {
        throw later("the cluster is slow to give records of " + place.topic());
      }
    }
    return found;
  }

  private <V extends SpecificRecord> Optional<Stored<V>> decoded(
      Topic<?, V> topic, ConsumerRecord<byte[], byte[]> found) {
    if (found.value() == null) {
      return Optional.empty();
    }
    try {
      V value =
          serdes
              .value(topic)
              .deserializer()
              .deserialize(topic.name(), found.headers(), found.value());
      return Optional.of(
          new Stored<>(
              found.partition(), found.offset(), Instant.ofEpochMilli(found.timestamp()), value));
    } catch (SerializationException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    turn.lock();
    try {
      if (consumer != null) {
        consumer.close();
        consumer = null;
      }
    } finally {
      turn.unlock();
    }
  }

  /** All partitions of a topic, from record to record. */
  private final class Walk<V extends SpecificRecord> {

    private final Topic<?, V> topic;
    private final List<BackwardPartition> partitions;
    private Optional<Stored<V>> value = Optional.empty();

    Walk(Topic<?, V> topic, List<BackwardPartition> partitions) {
      this.topic = topic;
      this.partitions = partitions;
    }

    boolean advance() {
      Optional<BackwardPartition> next =
          partitions.stream()
              .filter(partition -> partition.peek().isPresent())
              .max(Comparator.comparingLong(p -> p.peek().orElseThrow().timestamp()));
      next.ifPresent(
          partition -> {
            value = decoded(topic, partition.peek().orElseThrow());
            partition.take();
          });
      return next.isPresent();
    }

    Optional<Stored<V>> value() {
      return value;
    }

    boolean atBeginning() {
      return partitions.stream().allMatch(partition -> partition.peek().isEmpty());
    }

    Cursor cursor() {
      Map<Integer, Long> behind = new HashMap<>();
      partitions.forEach(partition -> behind.put(partition.number(), partition.given()));
      return new Cursor(behind);
    }
  }
}
