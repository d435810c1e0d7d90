package io.smswarden.filter.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import io.smswarden.filter.SenderId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplyTextTest {

  private static final SenderId LONGEST = new SenderId("+861390000000900000000");

  @Test
  void everyReplyFitsOneMessage() {
    for (ReplyText text :
        List.of(
            ReplyText.thanks(LONGEST),
            ReplyText.askSender(Duration.ofDays(7)),
            ReplyText.alreadyKnown(LONGEST),
            ReplyText.notUnderstood())) {
      // UCS-2 holds 70 characters, the default alphabet 160 (3GPP TS 23.038).
      assertThat(text.zh()).hasSizeLessThanOrEqualTo(70);
      assertThat(text.en()).hasSizeLessThanOrEqualTo(160);
    }
  }

  @Test
  void aNumberIsRepeatedAndANameIsNot() {
    assertThat(ReplyText.thanks(new SenderId("10690001")).zh()).contains("10690001");
    assertThat(ReplyText.thanks(new SenderId("win.example")).zh())
        .startsWith("感谢您举报该短信，")
        .doesNotContain("win");
    assertThat(ReplyText.alreadyKnown(new SenderId("win.example")).en()).doesNotContain("win");
  }
}
