package io.smswarden.app.demo;

import io.smswarden.app.replay.Pace;
import io.smswarden.app.traffic.DayPlan;
import io.smswarden.app.traffic.Traffic;
import io.smswarden.app.traffic.TrafficItem;
import io.smswarden.app.traffic.TrafficItem.Message;
import io.smswarden.streams.TopicSerdes;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * A generated day: yesterday, so that it is over. Items are committed in batches, each with a
 * record of how far it goes and which day it is: what was interrupted goes on where it stopped.
 */
final class TrafficFeed implements Feed {

  private static final Duration STOP_SEEN_WITHIN = Duration.ofMillis(100);

  private final Map<String, Object> client;
  private final TopicSerdes serdes;
  private final InstantSource clock;
  private final DayPlan plan;
  private final double rate;
  private final Ledger ledger = new Ledger();

  /**
   * A planned day, but on another date.
   *
   * @param client properties of the connection
   * @param rate messages a second; 0 for as fast as they are taken
   */
  TrafficFeed(
      Map<String, Object> client,
      TopicSerdes serdes,
      InstantSource clock,
      DayPlan plan,
      double rate) {
    this.client = Map.copyOf(client);
    this.serdes = serdes;
    this.clock = clock;
    this.plan = plan;
    this.rate = rate;
  }

  @Override
  public long messages() {
    return plan.messages();
  }

  /** What the messages sent really are. */
  Ledger ledger() {
    return ledger;
  }

  @Override
  public long send(Runnable afterCommit, BooleanSupplier stop) {
    try (TrafficProducer producer =
        new TrafficProducer(client, serdes, clock, "smswarden-demo-" + plan.name())) {
      LocalDate yesterday = LocalDate.ofInstant(clock.instant(), Traffic.ZONE).minusDays(1);
      TrafficProducer.Position begin = producer.position(yesterday);
      Traffic traffic = Traffic.of(plan.on(begin.day()));
      long done = 0;
      for (; done < begin.items(); done++) {
        note(traffic.next());
      }
      Pace pace = new Pace(rate);
      while (traffic.hasNext() && !stop.getAsBoolean()) {
        TrafficItem item = traffic.next();
        if (item instanceof Message && !paced(pace, producer, done, afterCommit, stop)) {
          break;
        }
        producer.send(item);
        note(item);
        done++;
        commitIf(producer.due(), producer, done, afterCommit);
      }
      commitIf(producer.open(), producer, done, afterCommit);
      return ledger.messages();
    }
  }

  /** Waits for the next message's turn; {@code false} when asked to stop. */
  private boolean paced(
      Pace pace, TrafficProducer producer, long done, Runnable afterCommit, BooleanSupplier stop) {
    while (!stop.getAsBoolean() && pace.untilNext().toNanos() > 0) {
      commitIf(producer.due(), producer, done, afterCommit);
      pace.await(STOP_SEEN_WITHIN);
    }
    pace.take();
    return !stop.getAsBoolean();
  }

  private static void commitIf(
      boolean due, TrafficProducer producer, long done, Runnable afterCommit) {
    if (due) {
      producer.commit(done);
      afterCommit.run();
    }
  }

  private void note(TrafficItem item) {
    if (item instanceof Message message) {
      ledger.note(message);
    }
  }
}
