package io.smswarden.filter.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EvasionTest {

  private static final String CHINESE = "无抵押贷款当天放款，加微信 abc123，最高50万";
  private static final String ENGLISH = "Your parcel is waiting, confirm your address today";

  @Test
  void theSameTextAndSeedGiveTheSame() {
    assertThat(Evasion.rewrite(CHINESE, 5)).isEqualTo(Evasion.rewrite(CHINESE, 5));
  }

  @Test
  void aTextIsWrittenInManyWaysAndNeverAsItWas() {
    assertThat(LongStream.range(0, 50).mapToObj(seed -> Evasion.rewrite(CHINESE, seed)).distinct())
        .doesNotContain(CHINESE)
        .hasSizeGreaterThan(40);
    assertThat(LongStream.range(0, 50).mapToObj(seed -> Evasion.rewrite(ENGLISH, seed)))
        .doesNotContain(ENGLISH);
  }

  @Test
  void anyTextIsRewritten() {
    assertThat(Evasion.rewrite("", 1)).isEmpty();
    assertThat(Evasion.rewrite("\uD800", 1)).isEqualTo("\uD800");
  }
}
