package io.smswarden.console.topic;

import io.smswarden.console.http.ProblemException;
import io.smswarden.streams.Topic;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;

/** Writes records to topics; returns when the cluster has them. */
public interface TopicWriter {

  /**
   * Writes a record.
   *
   * @param time its timestamp
   * @throws ProblemException 503 when the cluster doesn't take it in time
   */
  <K, V extends SpecificRecord> void write(Topic<K, V> topic, K key, V value, Instant time);

  /**
   * Writes a tombstone.
   *
   * @throws ProblemException 503 when the cluster doesn't take it in time
   */
  <K> void delete(Topic<K, ?> topic, K key, Instant time);
}
