package io.smswarden.filter.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ParaphraseTest {

  private static final Paraphrase PARAPHRASE = Paraphrase.standard();

  @Test
  void theSameTextAndSeedGiveTheSame() {
    String text = "您的快递已滞留，请点击核实";
    assertThat(PARAPHRASE.rewrite(text, 3)).isEqualTo(PARAPHRASE.rewrite(text, 3));
  }

  @Test
  void aCourierIsSwappedForAnotherAndTheRestStays() {
    assertThat(LongStream.range(0, 50).mapToObj(seed -> PARAPHRASE.rewrite("FEDEX xyzzy", seed)))
        .contains("DHL xyzzy")
        .allMatch(text -> text.endsWith(" xyzzy"));
  }

  @Test
  void aWordWithinAnotherStays() {
    assertThat(LongStream.range(0, 50).mapToObj(seed -> PARAPHRASE.rewrite("groups", seed)))
        .containsOnly("groups");
  }
}
