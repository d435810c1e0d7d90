package io.smswarden.streams.deadletter;

import io.smswarden.schemas.DeadLetter;
import io.smswarden.schemas.DeadLetterReason;
import io.smswarden.streams.PipelineObserver;
import io.smswarden.streams.TopicSerdes;
import io.smswarden.streams.Topics;
import io.smswarden.streams.check.InvalidRecordException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the dead letter of a record. Kafka Streams sends it within the transaction that passes over
 * the record, so that neither is without the other.
 */
public final class DeadLetters {

  /**
   * Key under which the handlers, which Kafka creates by class, find this in their configuration.
   */
  public static final String CONFIG = "smswarden.dead-letters";

  private static final Logger LOGGER = LoggerFactory.getLogger(DeadLetters.class);

  private final Serializer<DeadLetter> serializer;
  private final PipelineObserver observer;

  /** Dead letters in these formats, of which the observer is told. */
  public DeadLetters(TopicSerdes serdes, PipelineObserver observer) {
    this.serializer = serdes.value(Topics.DEAD_LETTERS).serializer();
    this.observer = observer;
  }

  static DeadLetters in(Map<String, ?> configs) {
    if (configs.get(CONFIG) instanceof DeadLetters letters) {
      return letters;
    }
    throw new IllegalStateException("the streams configuration does not come from PipelineConfig");
  }

  List<ProducerRecord<byte[], byte[]>> of(
      DeadLetterReason reason, ErrorHandlerContext origin, byte[] key, byte[] value, Exception e) {
    String detail = detail(e);
    DeadLetter letter =
        new DeadLetter(
            reason,
            detail,
            origin.topic(),
            origin.partition(),
            origin.offset(),
            Instant.ofEpochMilli(origin.timestamp()),
            wrapped(key),
            wrapped(value));
    observer.deadLetter(reason, origin.topic());
    LOGGER
        .atWarn()
        .addKeyValue("reason", reason)
        .addKeyValue("topic", origin.topic())
        .addKeyValue("partition", origin.partition())
        .addKeyValue("offset", origin.offset())
        .addKeyValue("node", origin.processorNodeId())
        .addKeyValue("detail", detail)
        .log("record moved to {}", Topics.DEAD_LETTERS.name());
    return List.of(
        new ProducerRecord<>(
            Topics.DEAD_LETTERS.name(),
            null,
            key,
            serializer.serialize(Topics.DEAD_LETTERS.name(), letter)));
  }

  private static ByteBuffer wrapped(byte[] bytes) {
    return bytes == null ? null : ByteBuffer.wrap(bytes);
  }

  /** What our own errors say names no text and no number; of others only the type is safe. */
  private static String detail(Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SerializationException || cause instanceof InvalidRecordException) {
        return cause.getMessage();
      }
    }
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getClass().getName();
  }
}
