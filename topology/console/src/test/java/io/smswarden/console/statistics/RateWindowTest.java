package io.smswarden.console.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RateWindowTest {

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-25T12:00:00Z"));
  private final RateWindow window = new RateWindow(now::get, Duration.ofMinutes(1));

  private void wait(int seconds) {
    now.updateAndGet(time -> time.plusSeconds(seconds));
  }

  @Test
  void theRateIsThatOfTheLastMinute() {
    for (int second = 0; second < 120; second++) {
      window.add(second < 60 ? 100 : 10);
      wait(1);
    }
    wait(-1);
    assertThat(window.per(Duration.ofSeconds(1))).isEqualTo(10);
    assertThat(window.per(Duration.ofMinutes(1))).isEqualTo(600);
  }

  @Test
  void aYoungWindowKnowsItsOwnPastOnly() {
    window.add(30);
    wait(2);
    window.add(30);
    assertThat(window.per(Duration.ofSeconds(1))).isEqualTo(20);
  }

  @Test
  void whatIsOlderIsForgotten() {
    window.add(1000);
    wait(60);
    assertThat(window.per(Duration.ofSeconds(1))).isZero();
    wait(1000);
    window.add(6);
    assertThat(window.per(Duration.ofMinutes(1))).isEqualTo(6);
  }

  @Test
  void aClockThatGoesBackCountsOn() {
    wait(30);
    window.add(1);
    wait(-20);
    window.add(1);
    assertThat(window.per(Duration.ofMinutes(1))).isGreaterThanOrEqualTo(2);
  }
}
