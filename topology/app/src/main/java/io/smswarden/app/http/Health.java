package io.smswarden.app.http;

import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams.State;

/**
 * Whether the pipeline lives, and whether it works. A pipeline that waits, restores or stops lives:
 * starting it again would only set it back.
 */
public final class Health {

  private final Supplier<State> state;

  /** The health of a pipeline, by its state; {@code CREATED} until there is one. */
  public Health(Supplier<State> state) {
    this.state = state;
  }

  /** Why the pipeline will not work again by itself; empty when it lives. */
  Optional<String> dead() {
    State now = state.get();
    return switch (now) {
      case PENDING_ERROR, ERROR, NOT_RUNNING -> Optional.of(reason(now));
      case CREATED, REBALANCING, RUNNING, PENDING_SHUTDOWN -> Optional.empty();
    };
  }

  /** Why the pipeline judges no messages now; empty when it does. */
  Optional<String> unready() {
    State now = state.get();
    return now == State.RUNNING ? Optional.empty() : Optional.of(reason(now));
  }

  private static String reason(State state) {
    return switch (state) {
      case CREATED -> "waiting for the cluster";
      case REBALANCING -> "partitions are being assigned or stores restored";
      case RUNNING -> "running";
      case PENDING_SHUTDOWN -> "stopping";
      case NOT_RUNNING -> "stopped";
      case PENDING_ERROR, ERROR -> "failed; see the log";
    };
  }
}
