package io.smswarden.app.bench;

import io.smswarden.app.exit.UserError;
import io.smswarden.app.traffic.Traffic;
import io.smswarden.app.traffic.TrafficItem;
import io.smswarden.schemas.SenderProfile;
import io.smswarden.schemas.SenderReputation;
import io.smswarden.schemas.SmsEvent;
import io.smswarden.streams.TopicSerdes;
import io.smswarden.streams.Topics;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;

/** The generated day that every contestant reads. */
final class Workload {

  private static final TopicSerdes SERDES = TopicSerdes.embedded();

  private static final long SEED = 1;
  private static final LocalDate DAY = LocalDate.of(2025, 3, 3);

  private final Cluster cluster;
  private final Serializer<SmsEvent> events = SERDES.value(Topics.EVENTS).serializer();
  private final List<ProducerRecord<byte[], byte[]>> messages = new ArrayList<>();
  private final List<ProducerRecord<byte[], byte[]>> profiles = new ArrayList<>();
  private final Set<String> senders = new HashSet<>();

  private Workload(Cluster cluster) {
    this.cluster = cluster;
  }

  /** A day with its messages; what the contestants' tables are made from is written at once. */
  static Workload of(int messages, Cluster cluster) {
    Workload workload = new Workload(cluster);
    Traffic.day(SEED, messages, DAY).forEachRemaining(workload::add);
    workload.write(Topics.PROFILES.name(), workload.profiles);
    workload.write(Contestant.SENDERS, workload.reputations());
    return workload;
  }

  private void add(TrafficItem item) {
    if (item instanceof TrafficItem.Message message) {
      senders.add(message.sender().value());
      messages.add(event(message));
    } else if (item instanceof TrafficItem.Profile entry) {
      SenderProfile profile = entry.profile();
      profiles.add(
          message(
              Topics.PROFILES.name(),
              profile.getRegisteredAt().toEpochMilli(),
              profile.getSender(),
              profile,
              SERDES.value(Topics.PROFILES).serializer()));
    }
  }

  /** How many messages a contestant gets. */
  int size() {
    return messages.size();
  }

  /** How many different senders they have. */
  int senders() {
    return senders.size();
  }

  /** Writes the messages; all are with the broker when this returns. */
  void writeMessages() {
    write(Topics.EVENTS.name(), messages);
  }

  /** Messages of the next day, made when they are asked for. */
  Iterator<ProducerRecord<byte[], byte[]>> nextDay(long number) {
    Iterable<TrafficItem> day = () -> Traffic.day(SEED, number, DAY.plusDays(1));
    return StreamSupport.stream(day.spliterator(), false)
        .filter(TrafficItem.Message.class::isInstance)
        .map(item -> event((TrafficItem.Message) item))
        .iterator();
  }

  private ProducerRecord<byte[], byte[]> event(TrafficItem.Message message) {
    return message(
        Topics.EVENTS.name(),
        message.at().toEpochMilli(),
        message.sender().value(),
        message.event(message.at()),
        events);
  }

  private List<ProducerRecord<byte[], byte[]>> reputations() {
    var serializer = SERDES.value(Topics.REPUTATION).serializer();
    List<ProducerRecord<byte[], byte[]>> all = new ArrayList<>();
    for (String sender : senders) {
      SenderReputation reputation =
          SenderReputation.newBuilder().setSender(sender).setMessages(1).build();
      all.add(message(Contestant.SENDERS, 0, sender, reputation, serializer));
    }
    return all;
  }

  private static <V extends SpecificRecord> ProducerRecord<byte[], byte[]> message(
      String topic, long timestamp, String sender, V value, Serializer<V> serializer) {
    return new ProducerRecord<>(
        topic,
        null,
        timestamp,
        sender.getBytes(StandardCharsets.UTF_8),
        serializer.serialize(topic, value));
  }

  private void write(String topic, List<ProducerRecord<byte[], byte[]>> all) {
    try (var producer = producer()) {
      for (ProducerRecord<byte[], byte[]> one : all) {
        // What fails is missed in the topic's size.
        var unused = producer.send(one);
      }
    }
    if (cluster.size(topic) != all.size()) {
      throw UserError.clusterFailed("the benchmark's broker did not take all messages", null);
    }
  }

  private KafkaProducer<byte[], byte[]> producer() {
    return new KafkaProducer<>(
        Map.<String, Object>of(
            "bootstrap.servers",
            cluster.bootstrapServers(),
            "compression.type",
            "lz4",
            "linger.ms",
            20),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }
}
