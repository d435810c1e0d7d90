package io.smswarden.app.delivery;

import io.smswarden.app.config.Configuration;
import io.smswarden.filter.Msisdn;
import io.smswarden.schemas.DeadLetter;
import io.smswarden.schemas.DeadLetterReason;
import io.smswarden.schemas.UndeliveredAlert;
import io.smswarden.streams.Topics;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Keeps what was not delivered: alerts in their topic, unreadable records among the dead letters.
 */
final class Shelf implements AutoCloseable {

  private final Configuration configuration;
  private final String channel;
  private final InstantSource clock;
  private final Producer<byte[], byte[]> producer;

  Shelf(Configuration configuration, String channel, InstantSource clock) {
    this.configuration = configuration;
    this.channel = channel;
    this.clock = clock;
    Map<String, Object> properties = new HashMap<>(configuration.forProducer());
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    this.producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Keeps an alert; done when the cluster has it. */
  CompletableFuture<Void> keep(Consignment consignment, Result.Failed failed) {
    UndeliveredAlert undelivered =
        new UndeliveredAlert(
            consignment.alert().id(),
            failed.reason(),
            failed.detail(),
            consignment.earlierAttempts() + failed.attempts(),
            channel,
            clock.instant(),
            consignment.originPartition(),
            consignment.originOffset(),
            consignment.alert().alert());
    String topic = Topics.UNDELIVERED.name();
    return send(
        new ProducerRecord<>(
            topic,
            configuration
                .serdes()
                .key(Topics.UNDELIVERED)
                .serializer()
                .serialize(topic, new Msisdn(consignment.alert().subscriber())),
            configuration
                .serdes()
                .value(Topics.UNDELIVERED)
                .serializer()
                .serialize(topic, undelivered)));
  }

  /** Keeps a record that is no alert; done when the cluster has it. */
  CompletableFuture<Void> keepUnreadable(ConsumerRecord<byte[], byte[]> found, String detail) {
    DeadLetter letter =
        new DeadLetter(
            DeadLetterReason.UNREADABLE,
            detail,
            found.topic(),
            found.partition(),
            found.offset(),
            Instant.ofEpochMilli(found.timestamp()),
            wrapped(found.key()),
            wrapped(found.value()));
    String topic = Topics.DEAD_LETTERS.name();
    return send(
        new ProducerRecord<>(
            topic,
            found.key(),
            configuration
                .serdes()
                .value(Topics.DEAD_LETTERS)
                .serializer()
                .serialize(topic, letter)));
  }

  private CompletableFuture<Void> send(ProducerRecord<byte[], byte[]> message) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    var unused =
        producer.send(
            message,
            (metadata, error) -> {
              if (error == null) {
                done.complete(null);
              } else {
                done.completeExceptionally(error);
              }
            });
    return done;
  }

  private static ByteBuffer wrapped(byte[] bytes) {
    return bytes == null ? null : ByteBuffer.wrap(bytes);
  }

  @Override
  public void close() {
    producer.close();
  }
}
