package io.smswarden.app.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.smswarden.app.config.DeliverySettings;
import io.smswarden.app.metrics.Metrics;
import io.smswarden.schemas.UndeliveredReason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How often and how long an alert is tried; nobody waits in these tests. */
class CourierTest {

  private static final Outcome DELIVERED = new Outcome.Delivered();
  private static final Outcome DOWN = new Outcome.TryLater("HTTP 500");
  private static final Instant LATEST = Alerts.NOON.plus(Duration.ofHours(3));

  private static final int ATTEMPTS = 4;

  /** The circuit breaker's clock is the machine's: this is real, the rest is not. */
  private static final Duration PAUSE = Duration.ofMillis(1);

  private final VirtualTime time = new VirtualTime(Alerts.NOON);
  private final Metrics metrics = new Metrics(time);
  private final Gate gate = new Gate(PAUSE);
  private final List<String> tried = new ArrayList<>();
  private final List<Instant> triedAt = new ArrayList<>();
  private Function<String, Outcome> receiver = id -> DELIVERED;

  private final Courier courier =
      new Courier(
          new AlertChannel() {
            @Override
            public String name() {
              return "test";
            }

            @Override
            public Outcome deliver(OutboundAlert alert) {
              tried.add(alert.alert().getMessageId());
              triedAt.add(time.instant());
              return receiver.apply(alert.alert().getMessageId());
            }
          },
          gate,
          new DeliverySettings(
              Optional.empty(),
              16,
              ATTEMPTS,
              Duration.ofSeconds(1),
              Duration.ofMinutes(1),
              PAUSE,
              Duration.ofHours(3)),
          time,
          time,
          metrics.delivery());

  @AfterEach
  void close() {
    metrics.close();
  }

  @Test
  void anAlertArrivesAtOnce() {
    CompletableFuture<Result> result = deliver("a");
    assertThat(time.run()).isZero();
    assertThat(result).isCompletedWithValue(new Result.Arrived());
  }

  @Test
  void theWaitDoublesGiveOrTakeAFifth() {
    receiver = id -> tried.size() < 4 ? DOWN : DELIVERED;
    CompletableFuture<Result> result = deliver("a");
    time.run();
    assertThat(result).isCompletedWithValue(new Result.Arrived());
    assertThat(waits())
        .satisfiesExactly(
            first -> assertThat(first).isBetween(Duration.ofMillis(800), Duration.ofMillis(1200)),
            second ->
                assertThat(second).isBetween(Duration.ofMillis(1600), Duration.ofMillis(2400)),
            third -> assertThat(third).isBetween(Duration.ofMillis(3200), Duration.ofMillis(4800)));
  }

  @Test
  void whatTheReceiverRefusesIsNotTriedAgain() {
    receiver = id -> new Outcome.Never("HTTP 422");
    CompletableFuture<Result> result = deliver("a");
    time.run();
    assertThat(result)
        .isCompletedWithValue(new Result.Failed(UndeliveredReason.REFUSED, "HTTP 422", 1));
  }

  @Test
  void anAlertThatFailsWhileOthersArriveIsGivenUp() {
    receiver = id -> id.equals("bad") ? DOWN : DELIVERED;
    CompletableFuture<Result> bad = deliver("bad");
    for (int i = 0; i < 100; i++) {
      String good = "good" + i;
      var unused = time.schedule(() -> deliver(good).isDone(), i * 200L, TimeUnit.MILLISECONDS);
    }
    time.run();
    assertThat(bad)
        .isCompletedWithValue(new Result.Failed(UndeliveredReason.GIVEN_UP, "HTTP 500", 4));
    assertThat(tried.stream().filter("bad"::equals)).hasSize(4);
  }

  @Test
  void noAlertIsGivenUpWhileTheReceiverIsDown() {
    AtomicBoolean up = new AtomicBoolean();
    receiver = id -> up.get() ? DELIVERED : DOWN;
    List<CompletableFuture<Result>> results = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      results.add(deliver("a" + i));
    }
    // As many failures as would do for all of them, were they the alerts' own.
    while (tried.size() < 2 * 20 * ATTEMPTS) {
      time.runNext();
    }
    up.set(true);
    time.run();
    assertThat(results)
        .allSatisfy(result -> assertThat(result).isCompletedWithValue(new Result.Arrived()));
    assertThat(gate.closed(time.instant())).isFalse();
  }

  @Test
  void theReceiversPauseIsKeptByAllAlertsAndSpeaksAgainstNone() {
    Instant asked = Alerts.NOON.plus(Duration.ofSeconds(90));
    receiver =
        id ->
            time.instant().isBefore(asked)
                ? new Outcome.TryLater(
                    "HTTP 429", Optional.of(Duration.between(time.instant(), asked)))
                : DELIVERED;
    CompletableFuture<Result> first = deliver("first");
    CompletableFuture<Result> second = deliver("second");
    time.run();
    assertThat(first).isCompletedWithValue(new Result.Arrived());
    assertThat(second).isCompletedWithValue(new Result.Arrived());
    assertThat(tried).containsExactlyInAnyOrder("first", "first", "second");
    assertThat(triedAt.subList(1, 3)).allMatch(at -> !at.isBefore(asked));
  }

  @Test
  void anAlertThatIsTooLateIsNotTried() {
    time.pass(Duration.ofHours(3).plusMillis(1));
    CompletableFuture<Result> result = deliver("a");
    time.run();
    assertThat(result).isCompletedWithValue(new Result.Failed(UndeliveredReason.EXPIRED, "", 0));
    assertThat(tried).isEmpty();
  }

  @Test
  void anAlertThatBecomesTooLateWhileItWaitsSaysWhatFailed() {
    receiver = id -> new Outcome.TryLater("HTTP 503", Optional.of(Duration.ofHours(1)));
    CompletableFuture<Result> result = deliver("a");
    time.run();
    assertThat(result)
        .isCompletedWithValueMatching(
            ended ->
                ended instanceof Result.Failed failed
                    && failed.reason() == UndeliveredReason.EXPIRED
                    && failed.detail().equals("HTTP 503")
                    && failed.attempts() >= 2);
  }

  @Test
  void anAlertOfAPartitionThatIsGoneIsLeft() {
    CompletableFuture<Result> result = courier.deliver(consignment("a"), () -> false);
    time.run();
    assertThat(result).isCompletedWithValue(new Result.Left());
    assertThat(tried).isEmpty();
  }

  @Test
  void aFaultOfTheChannelIsAFailureOfTheAttempt() {
    receiver =
        id -> {
          if (tried.size() == 1) {
            throw new IllegalStateException("bug");
          }
          return DELIVERED;
        };
    CompletableFuture<Result> result = deliver("a");
    time.run();
    assertThat(result).isCompletedWithValue(new Result.Arrived());
  }

  @Test
  void attemptsAreMeasured() {
    receiver = id -> tried.size() < 2 ? DOWN : DELIVERED;
    assertThat(deliver("a")).isNotDone();
    time.run();
    assertThat(metrics.scrape().lines())
        .contains(
            "smswarden_delivery_attempts_seconds_count{result=\"later\"} 1",
            "smswarden_delivery_attempts_seconds_count{result=\"delivered\"} 1");
  }

  private CompletableFuture<Result> deliver(String messageId) {
    return courier.deliver(consignment(messageId), () -> true);
  }

  private static Consignment consignment(String messageId) {
    return new Consignment(Alerts.outbound(messageId), 0, 0, 0, Optional.of(LATEST));
  }

  private List<Duration> waits() {
    List<Duration> waits = new ArrayList<>();
    for (int i = 1; i < triedAt.size(); i++) {
      waits.add(Duration.between(triedAt.get(i - 1), triedAt.get(i)));
    }
    return waits;
  }
}
