package io.smswarden.console.topic;

import io.javalin.http.HttpStatus;
import io.smswarden.console.http.ProblemException;
import io.smswarden.streams.Topic;
import io.smswarden.streams.TopicSerdes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes with one producer for all requests. */
public final class KafkaTopicWriter implements TopicWriter, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(KafkaTopicWriter.class);

  /** A person waits for it. */
  private static final Duration WITHIN = Duration.ofSeconds(10);

  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  /** A rule set's own limit with its record's other fields. */
  private static final int LARGEST_REQUEST = 5 * 1024 * 1024;

  private final TopicSerdes serdes;
  private final Supplier<Producer<byte[], byte[]>> producers;
  private Producer<byte[], byte[]> producer;

  KafkaTopicWriter(TopicSerdes serdes, Supplier<Producer<byte[], byte[]>> producers) {
    this.serdes = serdes;
    this.producers = producers;
  }

  /**
   * A writer to a cluster, which need not answer yet.
   *
   * @param producer properties of a producer, without serializers
   */
  public static KafkaTopicWriter to(Map<String, Object> producer, TopicSerdes serdes) {
    Map<String, Object> properties = new HashMap<>(producer);
    int within = Math.toIntExact(WITHIN.toMillis());
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REQUEST);
    properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, within / 2);
    properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, within / 2);
    properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, within);
    return new KafkaTopicWriter(
        serdes,
        () ->
            new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer()));
  }

  @Override
  public <K, V extends SpecificRecord> void write(Topic<K, V> topic, K key, V value, Instant time) {
    send(topic, key, serdes.value(topic).serializer().serialize(topic.name(), value), time);
  }

  @Override
  public <K> void delete(Topic<K, ?> topic, K key, Instant time) {
    send(topic, key, null, time);
  }

  private <K> void send(Topic<K, ?> topic, K key, byte[] value, Instant time) {
    byte[] keyBytes = serdes.key(topic).serializer().serialize(topic.name(), key);
    try {
      producer()
          .send(new ProducerRecord<>(topic.name(), null, time.toEpochMilli(), keyBytes, value))
          .get(WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      Throwable cause = e instanceof ExecutionException ? e.getCause() : e;
      LOG.atWarn()
          .addKeyValue("topic", topic.name())
          .addKeyValue("error", cause.getClass().getSimpleName())
          .log("a record could not be written");
      throw ProblemException.later(
          HttpStatus.SERVICE_UNAVAILABLE,
          "the cluster did not take a record of %s; whether it came in is not known"
              .formatted(topic.name()),
          RETRY_AFTER);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ProblemException.later(
          HttpStatus.SERVICE_UNAVAILABLE, "this instance is stopping", RETRY_AFTER);
    }
  }

  /** Made when it is needed: a cluster that can't be found is no reason not to start. */
  private synchronized Producer<byte[], byte[]> producer() {
    if (producer == null) {
      producer = producers.get();
    }
    return producer;
  }

  @Override
  public synchronized void close() {
    if (producer != null) {
      producer.close(WITHIN);
    }
  }
}
