package io.smswarden.app.run;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

class FailurePolicyTest {

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
  private final FailurePolicy policy = new FailurePolicy(now::get);
  private final StreamsException passing = new StreamsException(new TimeoutException("slow"));

  @Test
  void whatMayPassGetsANewThread() {
    assertThat(policy.handle(passing)).isEqualTo(REPLACE_THREAD);
  }

  @Test
  void whatWillNotPassStopsThePipeline() {
    assertThat(policy.handle(new StreamsException(new TopicAuthorizationException("sms.events"))))
        .isEqualTo(SHUTDOWN_CLIENT);
    assertThat(policy.handle(new IllegalStateException())).isEqualTo(SHUTDOWN_CLIENT);
  }

  @Test
  void whatPassesOverAndOverStopsThePipeline() {
    for (int i = 0; i < 5; i++) {
      assertThat(policy.handle(passing)).isEqualTo(REPLACE_THREAD);
    }
    assertThat(policy.handle(passing)).isEqualTo(SHUTDOWN_CLIENT);
  }

  @Test
  void failuresFarApartNeverStopThePipeline() {
    for (int i = 0; i < 100; i++) {
      assertThat(policy.handle(passing)).isEqualTo(REPLACE_THREAD);
      now.updateAndGet(time -> time.plus(Duration.ofMinutes(2)));
    }
  }

  @Test
  void theReasonIsKafkasAndNeverQuotesWhatWasProcessed() {
    assertThat(Failures.describe(passing)).isEqualTo("TimeoutException: slow");
    RuntimeException ours =
        new StreamsException(new NumberFormatException("For input: 13912345678"));
    assertThat(Failures.describe(ours)).isEqualTo("NumberFormatException");
    assertThat(Failures.trace(ours))
        .contains("FailurePolicyTest", "caused by java.lang.NumberFormatException")
        .doesNotContain("13912345678");
  }
}
