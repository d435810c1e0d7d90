package io.smswarden.console.feed;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** What time it is in the messages: the latest event time seen, or the wall clock's before any. */
public final class EventClock implements InstantSource {

  private final InstantSource wall;
  private final AtomicReference<Instant> latest = new AtomicReference<>(Instant.MIN);

  /** A clock that has seen nothing. */
  public EventClock(InstantSource wall) {
    this.wall = wall;
  }

  /** Heeds the times of a log's records. */
  public <K, V> TopicLog<K, V> heed(TopicLog<K, V> log) {
    log.listen(entry -> latest.accumulateAndGet(entry.time(), EventClock::later));
    return log;
  }

  @Override
  public Instant instant() {
    Instant seen = latest.get();
    return seen.equals(Instant.MIN) ? wall.instant() : seen;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }
}
