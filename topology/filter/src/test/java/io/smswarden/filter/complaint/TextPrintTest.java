package io.smswarden.filter.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextPrintTest {

  private static final String PARCEL =
      "【速运】您的包裹因地址不详滞留在转运中心，请于24小时内点击 http://su-yun.example/a 核实信息并支付重新派送费1.99元，逾期将退回";

  private static final List<String> OTHERS =
      List.of(
          "【银行】您的信用卡积分将于今日24时到期，请点击 http://bank.example/jf 兑换，逾期清零",
          "【速运】您的包裹已到达菜鸟驿站，取件码 5-3-1027，请于今晚22点前领取",
          "妈，我手机摔坏了，这是我同学的手机，急用钱，先转五千到这个卡上",
          "Your parcel is held at the depot. Pay the fee of 1.99 at http://parcel.example/x to release it",
          "Your account has been limited. Confirm your details at http://pay.example/y to keep using it");

  private final TextPrinter printer = new TextPrinter();

  private double containment(String one, String other) {
    return printer.of(one).containment(printer.of(other));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "【速运】您的包裹因地址不详滞留在转运中心,请于24小时内点击\nhttp://su-yun.example/a\n核实信息并支付重新派送费1.99元,逾期将退回。",
        "［速運］您的包裹因地址不詳滯留在轉運中心，請於２４小時內點擊 HTTP://SU-YUN.EXAMPLE/A 核實信息並支付重新派送費1.99元，逾期將退回"
      })
  void blanksPunctuationScriptAndCaseMakeNoOtherText(String written) {
    assertThat(printer.of(written)).isEqualTo(printer.of(PARCEL));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "你好，我收到这样一条短信，帮我看看是不是骗子：" + PARCEL,
        "【速运】您的包裹因地址不详滞留在转运中心，请于24小时内点击 http://su-yun.example/a 核实信息",
        "地址不详滞留在转运中心，请于24小时内点击 http://su-yun.example/a 核实信息并支付重新派送费1.99元"
      })
  void aTextWithWordsBeforeItOrCutIsStillKnown(String written) {
    assertThat(containment(PARCEL, written)).isGreaterThanOrEqualTo(0.5);
  }

  @Test
  void otherTextsAreNotTakenForIt() {
    for (String one : OTHERS) {
      assertThat(containment(PARCEL, one)).isLessThan(0.5);
      for (String other : OTHERS) {
        if (!one.equals(other)) {
          assertThat(containment(one, other)).isLessThan(0.5);
        }
      }
    }
  }

  @Test
  void aPrintComesBackFromWhatIsKeptOfIt() {
    TextPrint print = printer.of(PARCEL);

    assertThat(TextPrint.of(print.hash(), print.sketch(), print.shingles())).isEqualTo(print);
  }

  @Test
  void whatIsKeptOfNoPrintIsRefused() {
    assertThatThrownBy(() -> TextPrint.of(1, ByteBuffer.allocate(31), 3))
        .hasMessageContaining("31 bytes");
  }

  @Test
  void shortTextsAreKnownByAllOfThem() {
    assertThat(containment("好的", "好的。")).isEqualTo(1);
    assertThat(containment("好的", "不好")).isZero();
  }

  @Test
  void aTextWithoutLettersAndDigitsIsLikeNoOther() {
    assertThat(printer.of("……").blank()).isTrue();
    assertThat(containment("……", "！！")).isZero();
  }
}
