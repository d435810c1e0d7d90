package io.smswarden.filter.reputation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SuspicionTest {

  @Test
  void aNewSenderIsAsSuspiciousAsThePriorSays() {
    assertThat(Suspicion.estimate(0, 0, 0)).isEqualTo(0.05);
  }

  @Test
  void theEstimateTendsToTheShareOfFlaggedMessages() {
    assertThat(Suspicion.estimate(1_000_000, 300_000, 0)).isCloseTo(0.3, within(1e-4));
  }

  @Property
  void itIsAShareAndRisesWithFlaggedMessagesAndComplaints(
      @ForAll @IntRange(max = 10_000) int messages,
      @ForAll @IntRange(max = 9_999) int flagged,
      @ForAll @IntRange(max = 10_000) int complaints) {
    int hits = Math.min(flagged, messages);
    double estimate = Suspicion.estimate(messages, hits, complaints);

    assertThat(estimate).isGreaterThan(0).isLessThan(1);
    assertThat(Suspicion.estimate(messages, hits, complaints + 1)).isGreaterThan(estimate);
    assertThat(Suspicion.estimate(messages + 1, hits + 1, complaints)).isGreaterThan(estimate);
    assertThat(Suspicion.estimate(messages + 1, hits, complaints)).isLessThan(estimate);
  }

  @Test
  void impossibleCountsAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Suspicion.estimate(1, 2, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> Suspicion.estimate(-1, 0, 0));
  }
}
