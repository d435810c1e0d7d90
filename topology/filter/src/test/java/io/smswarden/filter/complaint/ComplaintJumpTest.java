package io.smswarden.filter.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ComplaintJumpTest {

  private static final int WEEK = 168;

  @Test
  void manyComplaintsOfASenderNobodyComplainedOfAreAJump() {
    assertThat(ComplaintJump.of(6, 0, WEEK).anomalous()).isTrue();
    assertThat(ComplaintJump.of(4, 0, WEEK).anomalous()).isFalse();
  }

  @Test
  void aBusySendersOrdinaryHourIsNone() {
    assertThat(ComplaintJump.of(12, 10 * WEEK, WEEK).anomalous()).isFalse();
    assertThat(ComplaintJump.of(40, 10 * WEEK, WEEK).anomalous()).isTrue();
  }

  @Test
  void theTailIsThatOfTheNegativeBinomialDistribution() {
    // Shape 1/2 and rate 24 without past: P(X >= 1) = 1 - (24/25)^(1/2).
    assertThat(ComplaintJump.of(1, 0, 0).probability())
        .isCloseTo(1 - Math.sqrt(24.0 / 25), within(1e-12));
    assertThat(ComplaintJump.of(0, 0, 0).probability()).isEqualTo(1);
    assertThat(ComplaintJump.of(3, 167, 168).expected()).isCloseTo(167.5 / 192, within(1e-12));
  }

  @Test
  void numbersThatNoHourHasAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> ComplaintJump.of(-1, 0, WEEK));
    assertThatIllegalArgumentException().isThrownBy(() -> ComplaintJump.of(0, -1, WEEK));
  }

  @Property(tries = 300)
  void moreComplaintsAreRarerAndALargerPastMakesThemLessRare(
      @ForAll @IntRange(max = 200) int complaints, @ForAll @IntRange(max = 20_000) int before) {
    ComplaintJump jump = ComplaintJump.of(complaints, before, WEEK);

    assertThat(jump.probability()).isBetween(0.0, 1.0);
    assertThat(ComplaintJump.of(complaints + 1, before, WEEK).probability())
        .isLessThanOrEqualTo(jump.probability());
    assertThat(ComplaintJump.of(complaints, before + 1, WEEK).probability())
        .isGreaterThanOrEqualTo(jump.probability());
  }
}
