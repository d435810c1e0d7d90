package io.smswarden.app.demo;

import io.smswarden.app.traffic.Traffic;
import io.smswarden.app.traffic.TrafficItem;
import io.smswarden.streams.TopicSerdes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * The rest of today as it comes, and the days that follow: gentle, with the hours' ups and downs.
 */
final class LiveTraffic {

  private static final Duration STOP_SEEN_WITHIN = Duration.ofMillis(100);
  private static final long SECONDS_A_DAY = Duration.ofDays(1).toSeconds();

  private final Map<String, Object> client;
  private final TopicSerdes serdes;
  private final InstantSource clock;
  private final double rate;

  /**
   * Traffic at a rate.
   *
   * @param rate messages a second, on average over a day
   */
  LiveTraffic(Map<String, Object> client, TopicSerdes serdes, InstantSource clock, double rate) {
    this.client = Map.copyOf(client);
    this.serdes = serdes;
    this.clock = clock;
    this.rate = rate;
  }

  /** Sends until asked to stop. */
  void run(BooleanSupplier stop) {
    // Another start of the same day is another day's traffic: no id comes twice.
    long seed = clock.millis();
    try (TrafficProducer producer =
        new TrafficProducer(client, serdes, clock, "smswarden-demo-live")) {
      LocalDate day = LocalDate.ofInstant(clock.instant(), Traffic.ZONE);
      while (!stop.getAsBoolean()) {
        producer.position(day);
        Traffic traffic = Traffic.day(seed, (long) (rate * SECONDS_A_DAY), day);
        traffic.skipTo(clock.instant());
        sendDay(producer, traffic, stop);
        day = day.plusDays(1);
      }
    }
  }

  private void sendDay(TrafficProducer producer, Traffic traffic, BooleanSupplier stop) {
    Instant begin = clock.instant();
    long done = 0;
    while (traffic.hasNext() && !stop.getAsBoolean()) {
      TrafficItem item = traffic.next();
      done++;
      if (item.at().isBefore(begin)) {
        continue;
      }
      for (Duration wait = until(item.at());
          !wait.isNegative() && !wait.isZero() && !stop.getAsBoolean();
          wait = until(item.at())) {
        if (producer.open()) {
          producer.commit(done);
        }
        LockSupport.parkNanos(
            (wait.compareTo(STOP_SEEN_WITHIN) < 0 ? wait : STOP_SEEN_WITHIN).toNanos());
      }
      producer.send(item);
    }
    if (producer.open()) {
      producer.commit(done);
    }
  }

  private Duration until(Instant time) {
    return Duration.between(clock.instant(), time);
  }
}
