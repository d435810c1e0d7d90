package io.smswarden.app.command.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.smswarden.filter.extract.Extractor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {

  private static final Extractor EXTRACTOR = new Extractor("CN");

  private static String mask(String text) {
    return Masking.mask(text, EXTRACTOR.extract(text));
  }

  @ParameterizedTest
  @CsvSource({
    "电13900000000。,电139••••••••。",
    "电139-0000 0000。,电139-•••• ••••。",
    "电１３９００００００００。,电１３９••••••••。",
    "电①③⑨⓪⓪⓪⓪⓪⓪⓪⓪。,电①③⑨••••••••。",
    "电一三九零零零零零零零零。,电一三九••••••••。",
    "卡6222000011112222333,卡622••••••••••••••••",
    "call +44 20 7946 0000,call +44 2• •••• ••••",
    "(020) 8765 4321,(020) •••• ••••",
  })
  void hidesNumbersThatReachOrNameAPerson(String text, String masked) {
    assertThat(mask(text)).isEqualTo(masked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "验证码123456，10分钟内有效",
        "客服95588，尾号1234",
        "2026年3月5日 18:30",
        "2026-03-05 18:30扣款",
        "欠款8,400.00元",
        "第1条 第2条 第3条 第4条 第5条 第6条 第7条"
      })
  void leavesWhatIsNoSuchNumber(String text) {
    assertThat(mask(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗", "\uD835139\uDFCF00000000", "𝟏1𝟏1𝟏1𝟏1𝟏\uD835"})
  void keepsOffsets(String text) {
    assertThat(mask(text)).hasSameSizeAs(text);
  }
}
