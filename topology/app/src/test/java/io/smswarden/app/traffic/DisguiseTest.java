package io.smswarden.app.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DisguiseTest {

  private static final String TEXT = "【江岸银行】您的账户异常，请登录pay-ab3de.top/x7k2p解除，详询15412345678";

  private final SplittableRandom random = new SplittableRandom(1);

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void aDisguiseChangesTheTextAndLeavesLinkAndNumber(Disguise disguise) {
    List<String> hidden =
        IntStream.range(0, 100).mapToObj(i -> disguise.hide(TEXT, random)).toList();
    assertThat(hidden)
        .allMatch(text -> text.contains("pay-ab3de.top/x7k2p") && text.contains("15412345678"))
        .anyMatch(text -> !text.equals(TEXT));
  }

  @Test
  void rewordingLeavesSignatureLinkAndNumberWhereTheyAre() {
    Rewording rewording = Rewording.in("chinese");
    for (int i = 0; i < 100; i++) {
      assertThat(rewording.of(TEXT, random))
          .startsWith("【江岸银行】")
          .contains("pay-ab3de.top/x7k2p")
          .contains("15412345678");
    }
  }
}
