package io.smswarden.console.feed;

import io.smswarden.console.http.Json;
import io.smswarden.streams.StateNotReadyException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Hands a log's records to one reader, each as soon as the reader has taken the one before. An
 * event's id tells where to go on: whoever comes again with it misses nothing and gets nothing
 * twice. What Kafka has deleted meanwhile is told by the event {@code behind}.
 */
final class FeedReader<V> {

  private static final int AT_A_TIME = 100;

  private final TopicLog<?, V> log;
  private final Sink sink;
  private final Predicate<V> wanted;
  private final Function<Entry<?, V>, String> json;
  private final String event;
  private final Duration heartbeat;
  private Positions at;

  /** Where events go; each call returns when it was taken. */
  interface Sink {

    void event(String name, String json, String id);

    void heartbeat();
  }

  /**
   * A reader.
   *
   * @param at where it begins
   * @param event name of its events
   */
  FeedReader(
      TopicLog<?, V> log,
      Positions at,
      Sink sink,
      String event,
      Predicate<V> wanted,
      Function<Entry<?, V>, String> json,
      Duration heartbeat) {
    this.log = log;
    this.at = at;
    this.sink = sink;
    this.event = event;
    this.wanted = wanted;
    this.json = json;
    this.heartbeat = heartbeat;
  }

  /** Reads until it is to end. */
  void run(BooleanSupplier ended) {
    sink.heartbeat();
    try {
      while (!ended.getAsBoolean()) {
        if (!step(ended)) {
          log.await(at, heartbeat);
          if (!ended.getAsBoolean()) {
            sink.heartbeat();
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (StateNotReadyException e) {
      // The stream ends, and the reader comes again with the id it has.
    }
  }

  private boolean step(BooleanSupplier ended) {
    TopicLog.Batch<?, V> batch = log.next(at, AT_A_TIME);
    if (batch.missed() > 0) {
      sink.event("behind", Json.object().put("missed", batch.missed()).toString(), at.encoded());
    }
    for (Entry<?, V> entry : batch.entries()) {
      if (ended.getAsBoolean()) {
        return true;
      }
      at = at.with(entry.partition(), entry.offset() + 1);
      if (wanted.test(entry.value())) {
        sink.event(event, json.apply(entry), at.encoded());
      }
    }
    boolean moved = !at.equals(batch.then()) || !batch.entries().isEmpty();
    at = batch.then();
    return moved;
  }
}
