package io.smswarden.console.feed;

import io.javalin.http.HttpStatus;
import io.javalin.http.sse.SseClient;
import io.smswarden.console.http.Gate;
import io.smswarden.console.http.ProblemException;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/** Those who read a stream of events now: so many at a time. */
final class Readers {

  private static final Duration LATER = Duration.ofSeconds(30);

  private final Semaphore places;
  private final Gate gate;
  private volatile boolean closed;

  Readers(int most, Gate gate) {
    this.gate = gate;
    this.places = new Semaphore(most);
  }

  /** Refuses one more when there is no place. */
  void check() {
    if (places.availablePermits() == 0) {
      throw full();
    }
  }

  private static ProblemException full() {
    return ProblemException.later(
        HttpStatus.SERVICE_UNAVAILABLE, "too many read the events now", LATER);
  }

  /** Lets one read to the end, if there is still a place. */
  void admit(SseClient client, FeedReader<?> reader) {
    if (!places.tryAcquire()) {
      return;
    }
    try {
      reader.run(() -> closed || client.terminated() || !gate.stillAdmits(client.ctx()));
    } finally {
      places.release();
    }
  }

  /** Ends all streams. */
  void close() {
    closed = true;
  }
}
