package io.smswarden.console.topic;

import io.smswarden.console.http.Page;
import io.smswarden.console.http.ProblemException;
import io.smswarden.streams.Topic;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;

/**
 * Reads committed records of topics, the newest first, as they are asked for; keeps none. Records
 * without a value and those that can't be read are passed over.
 */
public interface TopicReader {

  /**
   * A page of a topic's records.
   *
   * <p>The newest by timestamp come first; within a partition they come in its order, whatever
   * their timestamps say. So many records at most are looked at for a page: it may be short or
   * empty, and still have a next one.
   *
   * @param cursor where the page before ended; empty for the newest
   * @param wanted which records to take
   * @throws ProblemException 400 for a cursor of another topic, 503 when the cluster doesn't answer
   */
  <V extends SpecificRecord> Page<Stored<V>> newest(
      Topic<?, V> topic, Optional<String> cursor, int limit, Predicate<Stored<V>> wanted);

  /**
   * One record by its place; empty when none is there any more.
   *
   * @throws ProblemException 503 when the cluster doesn't answer
   */
  <V extends SpecificRecord> Optional<Stored<V>> at(Topic<?, V> topic, int partition, long offset);

  /**
   * Gives the newest records of a topic, the newest first, until so many are given or so long has
   * gone by.
   *
   * @throws ProblemException 503 when the cluster doesn't answer
   */
  <V extends SpecificRecord> void recent(
      Topic<?, V> topic, int most, Duration within, Predicate<Stored<V>> goOn);
}
