package io.smswarden.app.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

  private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "120                           | 120",
        "0                             | 0",
        "Mon, 2 Mar 2026 12:00:30 GMT  | 30",
        "Mon, 02 Mar 2026 11:00:00 GMT | 0",
      })
  void secondsAndDatesAreRead(String header, long seconds) {
    assertThat(RetryAfter.parse(header, NOW)).contains(Duration.ofSeconds(seconds));
  }

  @Test
  void nobodySilencesAlertsForDays() {
    assertThat(RetryAfter.parse("604800", NOW)).contains(RetryAfter.MOST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-1", "1.5", "99999999999999999999"})
  void anythingElseIsNoSuchHeader(String header) {
    assertThat(RetryAfter.parse(header, NOW)).isEmpty();
  }
}
