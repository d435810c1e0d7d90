package io.smswarden.console.rules;

import io.javalin.http.HttpStatus;
import io.smswarden.console.feed.Backwards;
import io.smswarden.console.feed.Entry;
import io.smswarden.console.feed.Log;
import io.smswarden.console.http.ProblemException;
import io.smswarden.console.state.PipelineState;
import io.smswarden.filter.Judge;
import io.smswarden.filter.Message;
import io.smswarden.filter.SenderId;
import io.smswarden.filter.SenderStanding;
import io.smswarden.filter.SmsText;
import io.smswarden.filter.backtest.Case;
import io.smswarden.filter.backtest.Comparison;
import io.smswarden.filter.behaviour.Behaviour;
import io.smswarden.schemas.SmsEvent;
import io.smswarden.streams.SenderLookup;
import io.smswarden.streams.Standings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Judges the latest messages with the rules in force and with others. Senders are taken as this
 * instance knows them now, without how they behaved at the time; one that another instance has is
 * taken as unknown, by both.
 */
final class Backtest {

  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final int SAMPLES_OF_A_KIND = 50;
  private static final Duration RETRY_AFTER = Duration.ofSeconds(20);

  private final Log<SenderId, SmsEvent> events;
  private final PipelineState state;
  private final InstantSource clock;
  private final Standings standings;

  /** It takes a core: messages come first. */
  private final Semaphore turn = new Semaphore(1);

  Backtest(Log<SenderId, SmsEvent> events, PipelineState state, InstantSource clock) {
    this.events = events;
    this.state = state;
    this.clock = clock;
    this.standings = new Standings(state.reputation());
  }

  /**
   * Tries rules.
   *
   * @param most how many messages at most
   * @param since the earliest message's time; empty for any
   * @throws ProblemException 503 while another one runs
   */
  Comparison run(Judge fresh, int most, Optional<Instant> since) {
    if (!turn.tryAcquire()) {
      throw ProblemException.later(
          HttpStatus.SERVICE_UNAVAILABLE, "another backtest runs; wait for its end", RETRY_AFTER);
    }
    try {
      Comparison comparison = new Comparison(state.judge(), fresh, SAMPLES_OF_A_KIND);
      Instant end = clock.instant().plus(LONGEST);
      Map<SenderId, SenderStanding> known = new HashMap<>();
      Backwards<SenderId, SmsEvent> backwards =
          Backwards.from(events, Optional.empty(), Optional.empty(), since);
      while (backwards.examined() < most && clock.instant().isBefore(end)) {
        Optional<Entry<SenderId, SmsEvent>> next = backwards.next();
        if (next.isEmpty()) {
          break;
        }
        comparison.add(judged(next.get(), known));
      }
      return comparison;
    } finally {
      turn.release();
    }
  }

  private Case judged(Entry<SenderId, SmsEvent> entry, Map<SenderId, SenderStanding> known) {
    SmsEvent event = entry.value();
    SenderId sender = entry.key();
    return new Case(
        Optional.of(event.getId()),
        new Message(
            Optional.of(sender),
            new SmsText(event.getText()),
            known.computeIfAbsent(sender, id -> standing(id, event.getEventTime())),
            Optional.of(event.getEventTime())),
        Optional.empty(),
        sender.value());
  }

  private SenderStanding standing(SenderId sender, Instant time) {
    return state.find(sender) instanceof SenderLookup.Answer.Found found
        ? standings.of(found.reputation(), Behaviour.UNKNOWN, time)
        : SenderStanding.UNKNOWN;
  }
}
