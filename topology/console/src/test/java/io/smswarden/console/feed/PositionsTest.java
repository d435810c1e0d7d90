package io.smswarden.console.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionsTest {

  @Test
  void whatWasEncodedIsDecoded() {
    Positions positions = new Positions(Map.of(0, 17L, 11, 0L, 3, 9_876_543_210L));
    assertThat(positions.encoded()).isEqualTo("0-17_3-9876543210_11-0");
    assertThat(Positions.decode(positions.encoded())).isEqualTo(positions);
    assertThat(Positions.decode("")).isEqualTo(new Positions(Map.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1", "1-2-3", "a-1", "1-a", "-1-2", "1--2", "1-1_", "1-1_1-2", "99999999999-1"})
  void anythingElseIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Positions.decode(text));
  }
}
