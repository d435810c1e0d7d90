package io.smswarden.app.evidence;

import io.smswarden.app.config.Configuration;
import io.smswarden.filter.evidence.Erasure;
import io.smswarden.filter.evidence.EvidenceKeys;
import io.smswarden.filter.evidence.Hash;
import io.smswarden.filter.evidence.Pseudonym;
import io.smswarden.streams.EvidenceFormat;
import io.smswarden.streams.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes tombstones and the record of the erasure, both or neither. */
final class Eraser {

  /** A record of an erasure stays far below the brokers' limit of 1 MiB. */
  private static final int MOST = 5_000;

  private final Configuration configuration;
  private final EvidenceKeys keys;

  Eraser(Configuration configuration, EvidenceKeys keys) {
    this.configuration = configuration;
    this.keys = keys;
  }

  void erase(Pseudonym subscriber, List<Hash> evidence, String by, String reason, Instant at) {
    Map<String, Object> properties = new HashMap<>(configuration.forProducer());
    properties.put(
        ProducerConfig.TRANSACTIONAL_ID_CONFIG, configuration.applicationId() + "-evidence-erase");
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer())) {
      producer.initTransactions();
      for (int from = 0; from < evidence.size(); from += MOST) {
        List<Hash> some = evidence.subList(from, Math.min(from + MOST, evidence.size()));
        String id = UUID.randomUUID().toString();
        producer.beginTransaction();
        send(producer, Erasure.of(id, subscriber, by, at, reason, some, keys));
        producer.commitTransaction();
      }
    }
  }

  private void send(KafkaProducer<String, byte[]> producer, Erasure erasure) {
    String topic = Topics.EVIDENCE_ERASURES.name();
    byte[] bytes =
        configuration
            .serdes()
            .value(Topics.EVIDENCE_ERASURES)
            .serializer()
            .serialize(topic, EvidenceFormat.write(erasure));
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    records.add(new ProducerRecord<>(topic, erasure.id(), bytes));
    for (Hash each : erasure.evidence()) {
      records.add(new ProducerRecord<>(Topics.EVIDENCE_CONTENT.name(), each.hex(), null));
    }
    for (ProducerRecord<String, byte[]> each : records) {
      // A send that fails makes the commit throw: there is nothing to wait for here.
      var unused = producer.send(each);
    }
  }
}
