package io.smswarden.app.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smswarden.schemas.DeadLetterReason;
import io.smswarden.schemas.UndeliveredReason;
import io.smswarden.streams.PipelineObserver;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/** Counts what becomes of alerts. Every meter exists from the start, at zero. */
public final class DeliveryMeters {

  private static final String ALERTS = "smswarden.delivery.alerts";

  private final PipelineObserver deadLetters;
  private final Counter delivered;
  private final Map<UndeliveredReason, Counter> undelivered =
      new EnumMap<>(UndeliveredReason.class);
  private final Map<Attempt, Timer> attempts = new EnumMap<>(Attempt.class);
  private final Timer delay;
  private final AtomicReference<BooleanSupplier> paused = new AtomicReference<>(() -> false);
  private final AtomicReference<IntSupplier> waiting = new AtomicReference<>(() -> 0);

  /** What came of an attempt. */
  public enum Attempt {
    DELIVERED,
    LATER,
    NEVER
  }

  DeliveryMeters(MeterRegistry registry, PipelineObserver deadLetters) {
    this.deadLetters = deadLetters;
    this.delivered = alerts("DELIVERED", registry);
    for (UndeliveredReason reason : UndeliveredReason.values()) {
      undelivered.put(reason, alerts(reason.name(), registry));
    }
    for (Attempt result : Attempt.values()) {
      attempts.put(
          result,
          Timer.builder("smswarden.delivery.attempts")
              .description("Attempts to deliver an alert, from begin to answer")
              .tag("result", result.name().toLowerCase(Locale.ROOT))
              .register(registry));
    }
    this.delay =
        Timer.builder("smswarden.delivery.delay")
            .description("From an alert's time to its delivery")
            .serviceLevelObjectives(
                Stream.of(1, 2, 5, 10, 30, 60, 300, 900, 3600)
                    .map(Duration::ofSeconds)
                    .toArray(Duration[]::new))
            .register(registry);
    Gauge.builder("smswarden.delivery.paused", () -> paused.get().getAsBoolean() ? 1 : 0)
        .description("1 while alerts wait since the receiver is down or asks for a pause")
        .register(registry);
    Gauge.builder("smswarden.delivery.waiting", () -> waiting.get().getAsInt())
        .description("Alerts that are under way in this process")
        .register(registry);
  }

  /** An alert arrived, so long after its time. */
  public void delivered(Duration after) {
    delivered.increment();
    delay.record(after.isNegative() ? Duration.ZERO : after);
  }

  /** An alert was given up. */
  public void undelivered(UndeliveredReason reason) {
    undelivered.get(reason).increment();
  }

  /** A record of a topic was no alert. */
  public void unreadable(String topic) {
    deadLetters.deadLetter(DeadLetterReason.UNREADABLE, topic);
  }

  /** An attempt was made, and took so long. */
  public void attempted(Attempt result, Duration took) {
    attempts.get(result).record(took.isNegative() ? Duration.ZERO : took);
  }

  /** Asks this, when read, whether alerts wait for their receiver. */
  public void paused(BooleanSupplier now) {
    paused.set(now);
  }

  /** Asks this, when read, how many alerts are under way. */
  public void waiting(IntSupplier now) {
    waiting.set(now);
  }

  private static Counter alerts(String outcome, MeterRegistry registry) {
    return Counter.builder(ALERTS)
        .description("Alerts by what became of them")
        .tag("outcome", outcome)
        .register(registry);
  }
}
