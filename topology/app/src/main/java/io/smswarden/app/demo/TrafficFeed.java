package io.smswarden.app.demo;

import io.smswarden.app.replay.Pace;
import io.smswarden.app.traffic.Traffic;
import io.smswarden.app.traffic.TrafficItem;
import io.smswarden.app.traffic.TrafficItem.Message;
import io.smswarden.app.traffic.Truth;
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
  private final long seed;
  private final long messages;
  private final double rate;
  private final IdSet harmful = new IdSet();
  private final IdSet adverts = new IdSet();
  private final IdSet honest = new IdSet();

  /**
   * A day of some messages.
   *
   * @param client properties of the connection
   * @param rate messages a second; 0 for as fast as they are taken
   */
  TrafficFeed(
      Map<String, Object> client,
      TopicSerdes serdes,
      InstantSource clock,
      long seed,
      long messages,
      double rate) {
    this.client = Map.copyOf(client);
    this.serdes = serdes;
    this.clock = clock;
    this.seed = seed;
    this.messages = messages;
    this.rate = rate;
  }

  @Override
  public long messages() {
    return messages;
  }

  /** Ids of the messages sent that are worth an alert. */
  IdSet harmful() {
    return harmful;
  }

  /** Ids of the messages sent that are unwanted and no more. */
  IdSet adverts() {
    return adverts;
  }

  /** Ids of the messages sent that are wanted. */
  IdSet honest() {
    return honest;
  }

  @Override
  public long send(Runnable afterCommit, BooleanSupplier stop) {
    try (TrafficProducer producer =
        new TrafficProducer(
            client, serdes, clock, "smswarden-demo-%x-%d".formatted(seed, messages))) {
      LocalDate yesterday = LocalDate.ofInstant(clock.instant(), Traffic.ZONE).minusDays(1);
      TrafficProducer.Position begin = producer.position(yesterday);
      Traffic traffic = Traffic.day(seed, messages, begin.day());
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
      return harmful.size() + adverts.size() + honest.size();
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
      kind(message.truth()).add(message.id());
    }
  }

  private IdSet kind(Truth truth) {
    if (!truth.unwanted()) {
      return honest;
    }
    return truth.category().alerts() ? harmful : adverts;
  }
}
