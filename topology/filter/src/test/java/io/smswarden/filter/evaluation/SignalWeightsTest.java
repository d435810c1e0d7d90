package io.smswarden.filter.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.smswarden.filter.model.CategoryScores;
import io.smswarden.filter.model.Example;
import io.smswarden.filter.model.TextModelTrainer.Unseen;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SignalWeightsTest {

  private static final String GAMBLING = "澳门葡京真人荷官，注册送彩金";
  private static final String CODE = "请勿泄露，您的验证码是482913";

  private static Unseen unseen(String text, boolean unwanted, double logit) {
    return new Unseen(
        new Example(text, unwanted, Optional.empty(), 1), logit, new CategoryScores());
  }

  @Test
  void aSignalThatKnowsBetterThanTheModelGetsAWeightAndOneThatDoesNotGetsNone() {
    Map<String, Double> weights =
        SignalWeights.fit(
            Stream.generate(() -> Stream.of(unseen(GAMBLING, true, -1), unseen(CODE, true, -1)))
                .limit(20)
                .flatMap(both -> both)
                .toList());
    assertThat(weights.get("GAMBLING")).isGreaterThan(1);
    assertThat(weights.get("OTP_NOTICE")).isZero();
  }
}
