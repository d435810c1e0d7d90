package io.smswarden.filter.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.smswarden.filter.text.TextViews;
import io.smswarden.filter.verdict.Category;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhraseMatcherTest {

  private static final int ANYWHERE = Integer.MAX_VALUE;

  private static SignalRow row(List<List<String>> needed, int within, List<String> none) {
    return new SignalRow("X", "g", Category.FRAUD, 1, 1, needed, within, none, "甲", "x");
  }

  private static String match(SignalRow row, String text) {
    List<SignalRow> rows = List.of(row);
    Observations seen = new Observations();
    TextViews views = new TextViews();
    views.read(text);
    new PhraseMatcher(new PhraseBook(rows), rows).match(views.model(), seen);
    return seen.count() == 0 ? "" : text.substring(seen.start(0), seen.end(0));
  }

  @Test
  void aPhraseIsFoundThroughItsDisguise() {
    SignalRow row = row(List.of(List.of("安全账户")), ANYWHERE, List.of());
    assertThat(match(row, "请转到安.全·賬\u200B户")).isEqualTo("安.全·賬\u200B户");
  }

  @Test
  void lettersMatchWholeWordsOnly() {
    SignalRow row = row(List.of(List.of("win", "escort*")), ANYWHERE, List.of());
    assertThat(match(row, "winter is coming")).isEmpty();
    assertThat(match(row, "you win now")).isEqualTo("win");
    assertThat(match(row, "escorts here")).isEqualTo("escort");
  }

  @Test
  void eachListMustBeThere() {
    SignalRow row = row(List.of(List.of("身份证"), List.of("发给我", "提供")), ANYWHERE, List.of());
    assertThat(match(row, "身份证在包里")).isEmpty();
    assertThat(match(row, "把身份证发给我")).isEqualTo("身份证发给我");
  }

  @Test
  void phrasesTooFarApartDoNotBelongTogether() {
    SignalRow row = row(List.of(List.of("甲乙"), List.of("丙丁")), 6, List.of());
    assertThat(match(row, "甲乙一丙丁")).isEqualTo("甲乙一丙丁");
    assertThat(match(row, "甲乙隔着很多很多字丙丁")).isEmpty();
    assertThat(match(row, "甲乙隔着很多很多字丙丁和甲乙")).isEqualTo("丙丁和甲乙");
  }

  @Test
  void aForbiddenPhraseAnywhereSilencesTheRow() {
    SignalRow row = row(List.of(List.of("验证码")), ANYWHERE, List.of("切勿"));
    assertThat(match(row, "验证码给我")).isEqualTo("验证码");
    assertThat(match(row, "验证码切勿给人")).isEmpty();
  }

  @Test
  void linksAndNumbersAreMatchedByKind() {
    SignalRow row = row(List.of(List.of("点击{link}"), List.of("回{number}")), ANYWHERE, List.of());
    assertThat(match(row, "点击 http://a.com/b 或回 1")).isEqualTo("点击 http://a.com/b 或回 1");
  }
}
