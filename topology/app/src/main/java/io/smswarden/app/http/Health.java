package io.smswarden.app.http;

import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams.State;

/**
 * Whether a service lives, and whether it works. A pipeline that waits, restores or stops lives:
 * starting it again would only set it back.
 */
public final class Health {

  private final Supplier<Optional<String>> dead;
  private final Supplier<Optional<String>> unready;

  /** The health of a pipeline, by its state; {@code CREATED} until there is one. */
  public Health(Supplier<State> state) {
    this(() -> dead(state.get()), () -> unready(state.get()));
  }

  private Health(Supplier<Optional<String>> dead, Supplier<Optional<String>> unready) {
    this.dead = dead;
    this.unready = unready;
  }

  /**
   * The health of a service that lives as long as its process.
   *
   * @param unready why it does not work now; empty when it does
   */
  public static Health of(Supplier<Optional<String>> unready) {
    return new Health(Optional::empty, unready);
  }

  /** Why the service will not work again by itself; empty when it lives. */
  Optional<String> dead() {
    return dead.get();
  }

  /** Why the service does not work now; empty when it does. */
  Optional<String> unready() {
    return unready.get();
  }

  private static Optional<String> dead(State now) {
    return switch (now) {
      case PENDING_ERROR, ERROR, NOT_RUNNING -> Optional.of(reason(now));
      case CREATED, REBALANCING, RUNNING, PENDING_SHUTDOWN -> Optional.empty();
    };
  }

  private static Optional<String> unready(State now) {
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
