package io.smswarden.app.dlq;

import io.smswarden.schemas.DeadLetter;
import java.nio.ByteBuffer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A dead letter and where it lies.
 *
 * @param partition partition of the dead letters' topic
 * @param offset offset there
 */
record StoredLetter(int partition, long offset, DeadLetter letter) {

  /** The record as it was, for the topic it came from. */
  static ProducerRecord<byte[], byte[]> original(DeadLetter letter) {
    long timestamp = letter.getOriginTimestamp().toEpochMilli();
    return new ProducerRecord<>(
        letter.getOriginTopic(),
        null,
        timestamp < 0 ? null : timestamp,
        bytes(letter.getKey()),
        bytes(letter.getValue()));
  }

  private static byte[] bytes(ByteBuffer buffer) {
    if (buffer == null) {
      return null;
    }
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}
