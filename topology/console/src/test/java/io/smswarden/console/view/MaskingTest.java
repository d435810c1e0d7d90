package io.smswarden.console.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smswarden.console.http.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingTest {

  @ParameterizedTest
  @CsvSource({"+8613800138000, +86138****00", "+12025550143, +12025****43", "10086, ****"})
  void aNumberKeepsItsBeginningAndItsEnd(String number, String masked) {
    assertThat(Masking.number(number)).isEqualTo(masked);
  }

  @ParameterizedTest
  @CsvSource({
    "您尾号8842的账户欠款8400元今日必须还清, 您尾号****的账户欠款…",
    "call 0800 now please, call **** no…",
    "ＡＢ１２, ＡＢ**",
    "短, 短",
  })
  void aTextKeepsItsFirstCharactersWithoutDigits(String text, String masked) {
    assertThat(Masking.text(text)).isEqualTo(masked);
  }

  @Test
  void aTextIsNotCutThroughACharacter() {
    assertThat(Masking.text("😀".repeat(13))).isEqualTo("😀".repeat(12) + "…");
  }

  @Test
  void fieldsOfPeopleAreMaskedAtWhateverDepthAndSendersAreNot() {
    ObjectNode record =
        Json.object().put("sender", "+8613900139000").put("text", "验证码123456请勿告诉他人谢谢");
    record.putArray("list").addObject().put("recipient", "+8613800138000").putNull("complainant");
    Masking.mask(record);
    assertThat(record.toString())
        .isEqualTo(
            "{\"sender\":\"+8613900139000\",\"text\":\"验证码******请勿告…\","
                + "\"list\":[{\"recipient\":\"+86138****00\",\"complainant\":null}]}");
  }
}
