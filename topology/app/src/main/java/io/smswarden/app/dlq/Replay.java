package io.smswarden.app.dlq;

import io.smswarden.app.config.Configuration;
import io.smswarden.schemas.DeadLetter;
import io.smswarden.streams.PipelineConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends dead letters' records again, each batch in one transaction with how far it came. */
final class Replay {

  private final Configuration configuration;

  Replay(Configuration configuration) {
    this.configuration = configuration;
  }

  /** The group that remembers how far letters were replayed. */
  static String group(Configuration configuration) {
    return configuration.applicationId() + "-dlq-replay";
  }

  /** Replays to the end of the log as it is now; the number of records sent. */
  long run(boolean fromBeginning) {
    AtomicLong sent = new AtomicLong();
    try (DeadLetterLog log = new DeadLetterLog(configuration, group(configuration));
        KafkaProducer<byte[], byte[]> producer = producer(group(configuration))) {
      if (fromBeginning) {
        log.seekToBeginning();
      } else {
        log.seekToReplayed();
      }
      producer.initTransactions();
      log.forEachBatch(
          batch -> {
            send(batch, log, producer);
            sent.addAndGet(batch.size());
          });
    }
    return sent.get();
  }

  /** Sends the records of some letters in one transaction, and remembers nothing. */
  void send(List<DeadLetter> letters) {
    try (KafkaProducer<byte[], byte[]> producer = producer(group(configuration) + "-chosen")) {
      producer.initTransactions();
      producer.beginTransaction();
      for (DeadLetter letter : letters) {
        var unused = producer.send(StoredLetter.original(letter));
      }
      producer.commitTransaction();
    }
  }

  private static void send(
      List<StoredLetter> batch, DeadLetterLog log, KafkaProducer<byte[], byte[]> producer) {
    producer.beginTransaction();
    for (StoredLetter found : batch) {
      // A send that fails makes the commit throw: there is nothing to wait for here.
      var unused = producer.send(StoredLetter.original(found.letter()));
    }
    producer.sendOffsetsToTransaction(log.positions(), log.group());
    producer.commitTransaction();
  }

  private KafkaProducer<byte[], byte[]> producer(String transaction) {
    Map<String, Object> properties = new HashMap<>(configuration.forProducer());
    properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transaction);
    properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, PipelineConfig.LARGEST_REQUEST);
    return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }
}
