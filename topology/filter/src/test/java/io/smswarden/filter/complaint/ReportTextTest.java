package io.smswarden.filter.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import io.smswarden.filter.SenderId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Fwd: 您的包裹滞留                          | 您的包裹滞留 |
          转发：您的包裹滞留                          | 您的包裹滞留 |
          【转发】From: 10690001 您的包裹滞留          | 您的包裹滞留 | 10690001
          来自106 9000 1的短信：您的包裹滞留           | 您的包裹滞留 | 10690001
          发件人：139 0000 0009，您的包裹滞留         | 您的包裹滞留 | +8613900000009
          举报：来自：ParcelCo：Your parcel is held | Your parcel is held | ParcelCo
          From all of us: merry Christmas          | From all of us: merry Christmas |
          您的包裹滞留，来自10690001                   | 您的包裹滞留，来自10690001 |
          """)
  void wordsBeforeTheTextAreTakenOffAndMayNameTheSender(
      String written, String body, String sender) {
    ReportText text = ReportText.read(written);

    assertThat(text.body()).isEqualTo(body);
    assertThat(text.namedSender("CN").map(SenderId::value).orElse(null)).isEqualTo(sender);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          10690001              | 10690001
          139-0000-0009         | +8613900000009
          +44 7400 123456       | +447400123456
          号码是 13900000009      | +8613900000009
          13900000009发的         | +8613900000009
          It was 10690001.      | 10690001
          from: ParcelCo        | ParcelCo
          ParcelCo              | ParcelCo
          """)
  void anAnswerIsASenderAndNothingElse(String written, String sender) {
    assertThat(ReportText.read(written).answer("CN")).contains(new SenderId(sender));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?",
        "什么",
        "help",
        "Unknown",
        "12",
        "您的验证码是123456，请勿泄露",
        "请拨打10690001领取",
        "10690001 10690002 10690003 10690004 10690005"
      })
  void whatSaysMoreOrNothingIsNoAnswer(String written) {
    assertThat(ReportText.read(written).answer("CN")).isEmpty();
  }

  @Test
  void onlyANumberIsAComplaintOfItsOwn() {
    assertThat(ReportText.read(" 10690001 ").number("CN")).contains(new SenderId("10690001"));
    assertThat(ReportText.read("ParcelCo").number("CN")).isEmpty();
    assertThat(ReportText.read("号码是 10690001").number("CN")).isEmpty();
  }

  @Test
  void aLongTextIsReadInNoTime() {
    String digits = "1 ".repeat(19_000);

    assertThat(ReportText.read("from " + digits).answer("CN")).isEmpty();
    assertThat(ReportText.read(digits).number("CN")).isEmpty();
  }

  @Test
  void nothingOfItStandsInALog() {
    assertThat(ReportText.read("来自10690001：您好")).hasToString("ReportText[13 characters]");
  }
}
