package io.smswarden.app.demo;

import io.smswarden.app.traffic.TrafficItem;
import io.smswarden.filter.SenderId;
import io.smswarden.schemas.Complaint;
import io.smswarden.schemas.SenderProfile;
import io.smswarden.schemas.SmsEvent;
import io.smswarden.streams.Topic;
import io.smswarden.streams.TopicSerdes;
import io.smswarden.streams.Topics;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Sends traffic in transactions. How far it came is the committed offset of a group of its own, in
 * the same transaction as the items: what is counted is there, and what is there is counted.
 */
final class TrafficProducer implements AutoCloseable {

  /** An item waits so long at worst until readers of committed records see it. */
  private static final long LONGEST_NANOS = 25_000_000;

  private static final int LARGEST = 500;

  private static final TopicPartition PLACE = new TopicPartition(Topics.EVENTS.name(), 0);

  private final InstantSource clock;
  private final Outlet<SmsEvent> events;
  private final Outlet<Complaint> complaints;
  private final Outlet<SenderProfile> profiles;
  private final KafkaProducer<byte[], byte[]> producer;
  private final KafkaConsumer<byte[], byte[]> positions;
  private LocalDate day;
  private int items;
  private long openedNanos;

  /**
   * How far a feed came.
   *
   * @param items profiles, messages and complaints sent
   * @param day the day that they are of
   */
  record Position(long items, LocalDate day) {}

  /** A producer that shuts out an earlier one of the same name and ends what that left open. */
  TrafficProducer(
      Map<String, Object> client, TopicSerdes serdes, InstantSource clock, String name) {
    this.clock = clock;
    this.events = new Outlet<>(Topics.EVENTS, serdes);
    this.complaints = new Outlet<>(Topics.COMPLAINTS, serdes);
    this.profiles = new Outlet<>(Topics.PROFILES, serdes);
    Map<String, Object> properties = new HashMap<>(client);
    properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, name);
    properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    this.producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    Map<String, Object> group = new HashMap<>(client);
    group.put(ConsumerConfig.GROUP_ID_CONFIG, name);
    group.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    group.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    this.positions =
        new KafkaConsumer<>(group, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    producer.initTransactions();
  }

  /** How far earlier runs came, or the beginning of a new day. */
  Position position(LocalDate newDay) {
    OffsetAndMetadata committed = positions.committed(Set.of(PLACE)).get(PLACE);
    day = committed == null ? newDay : LocalDate.parse(committed.metadata());
    return new Position(committed == null ? 0 : committed.offset(), day);
  }

  void send(TrafficItem item) {
    if (!open()) {
      producer.beginTransaction();
      openedNanos = System.nanoTime();
    }
    items++;
    Instant now = clock.instant();
    if (item instanceof TrafficItem.Message message) {
      SmsEvent event = message.event(now);
      events.send(message.sender(), event, item.at());
    } else if (item instanceof TrafficItem.Complaint complained) {
      Complaint complaint = complained.complaint();
      complaints.send(new SenderId(complaint.getSender()), complaint, item.at());
    } else if (item instanceof TrafficItem.Profile registered) {
      SenderProfile profile = registered.profile();
      profiles.send(new SenderId(profile.getSender()), profile, item.at());
    }
  }

  /** Whether something was sent that isn't committed. */
  boolean open() {
    return items > 0;
  }

  /** Whether it is time to commit. */
  boolean due() {
    return open() && (items >= LARGEST || System.nanoTime() - openedNanos >= LONGEST_NANOS);
  }

  /** Commits what was sent, with how far the feed is. */
  void commit(long done) {
    producer.sendOffsetsToTransaction(
        Map.of(PLACE, new OffsetAndMetadata(done, day.toString())), positions.groupMetadata());
    producer.commitTransaction();
    items = 0;
  }

  @Override
  public void close() {
    positions.close();
    producer.close();
  }

  /** Where records of one topic go. */
  private final class Outlet<V extends SpecificRecord> {
    private final String topic;
    private final Serializer<SenderId> keys;
    private final Serializer<V> values;

    private Outlet(Topic<SenderId, V> topic, TopicSerdes serdes) {
      this.topic = topic.name();
      this.keys = serdes.key(topic).serializer();
      this.values = serdes.value(topic).serializer();
    }

    private void send(SenderId sender, V value, Instant at) {
      // A failure comes back from the commit.
      var unused =
          producer.send(
              new ProducerRecord<>(
                  topic,
                  null,
                  at.toEpochMilli(),
                  keys.serialize(topic, sender),
                  values.serialize(topic, value)));
    }
  }
}
