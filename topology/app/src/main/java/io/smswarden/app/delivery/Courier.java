package io.smswarden.app.delivery;

import dev.failsafe.ExecutionContext;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import dev.failsafe.spi.Scheduler;
import io.smswarden.app.config.DeliverySettings;
import io.smswarden.app.metrics.DeliveryMeters;
import io.smswarden.schemas.UndeliveredReason;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries an alert until it arrives, is refused, is too late, or has failed too often while others
 * arrived. Between attempts it waits exponentially longer, with jitter, and holds no thread.
 */
final class Courier {

  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

  private static final double JITTER = 0.2;

  /** Failsafe takes it for no answer, and backs off. */
  private static final Duration BACK_OFF = Duration.ofNanos(-1);

  private final AlertChannel channel;
  private final Gate gate;
  private final DeliverySettings settings;
  private final InstantSource clock;
  private final DeliveryMeters meters;
  private final FailsafeExecutor<Step> retrying;

  /**
   * A courier.
   *
   * @param scheduler runs the attempts, as many at a time as it has threads
   */
  Courier(
      AlertChannel channel,
      Gate gate,
      DeliverySettings settings,
      Scheduler scheduler,
      InstantSource clock,
      DeliveryMeters meters) {
    this.channel = channel;
    this.gate = gate;
    this.settings = settings;
    this.clock = clock;
    this.meters = meters;
    RetryPolicy<Step> untilEnded =
        RetryPolicy.<Step>builder()
            .handleResultIf(step -> step instanceof Again)
            .withMaxRetries(-1)
            .withBackoff(settings.backoff(), settings.longestBackoff())
            .withJitter(JITTER)
            .withDelayFn(Courier::pause)
            .build();
    this.retrying = Failsafe.with(untilEnded).with(scheduler);
  }

  /** What an attempt leads to. */
  private sealed interface Step {}

  /** To another one, after a wait of its own or the usual one. */
  private record Again(Optional<Duration> pause) implements Step {}

  /** To the end. */
  private record Ended(Result result) implements Step {}

  /**
   * Delivers an alert; returns at once.
   *
   * @param wanted asked before each attempt; the alert is left once it isn't
   */
  CompletableFuture<Result> deliver(Consignment consignment, BooleanSupplier wanted) {
    Journey journey = new Journey(consignment, wanted);
    return retrying
        .getAsync(() -> step(journey))
        .thenApply(step -> step instanceof Ended ended ? ended.result() : new Result.Left());
  }

  private static Duration pause(ExecutionContext<Step> context) {
    return context.getLastResult() instanceof Again again
        ? again.pause().orElse(BACK_OFF)
        : BACK_OFF;
  }

  private Step step(Journey journey) {
    if (!journey.wanted()) {
      return new Ended(new Result.Left());
    }
    Instant now = clock.instant();
    if (journey.consignment().tooLate(now)) {
      return new Ended(journey.end(UndeliveredReason.EXPIRED));
    }
    Optional<Duration> closed = gate.enter(now);
    return closed.isPresent() ? new Again(closed) : attempt(journey, now);
  }

  private Step attempt(Journey journey, Instant begin) {
    Outcome outcome;
    try {
      outcome = channel.deliver(journey.consignment().alert());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Ended(new Result.Left());
    } catch (RuntimeException e) {
      LOG.atWarn().addKeyValue("error", e.getClass().getName()).log("the channel failed");
      outcome = new Outcome.TryLater(e.getClass().getSimpleName());
    }
    Instant end = clock.instant();
    boolean counts = gate.left(outcome, end);
    Duration took = Duration.between(begin, end);
    if (outcome instanceof Outcome.TryLater later) {
      meters.attempted(DeliveryMeters.Attempt.LATER, took);
      int failures = journey.failed(later.reason(), counts);
      return failures < settings.attempts()
          ? new Again(later.after())
          : new Ended(journey.end(UndeliveredReason.GIVEN_UP));
    }
    if (outcome instanceof Outcome.Never never) {
      meters.attempted(DeliveryMeters.Attempt.NEVER, took);
      journey.failed(never.reason(), true);
      return new Ended(journey.end(UndeliveredReason.REFUSED));
    }
    meters.attempted(DeliveryMeters.Attempt.DELIVERED, took);
    return new Ended(new Result.Arrived());
  }
}
