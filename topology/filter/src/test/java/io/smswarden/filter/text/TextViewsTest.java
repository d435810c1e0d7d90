package io.smswarden.filter.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextViewsTest {

  private final TextViews views = new TextViews();

  private String phrases(String text) {
    views.read(text);
    return views.phrases().toString();
  }

  private String model(String text) {
    views.read(text);
    return views
        .model()
        .toString()
        .replace(Placeholder.LINK, 'L')
        .replace(Placeholder.LONG_NUMBER, 'P')
        .replace(Placeholder.NUMBER, 'N');
  }

  @ParameterizedTest
  @CsvSource({
    "ＦＲＥＥ　ｍｏｎｅｙ, free money",
    "𝐅𝐫𝐞𝐞 𝓂𝓸𝓷𝓮𝔂, free money",
    "раураl, paypal",
    "f\u200Bre\u00ADe, free",
    "f\u0301r\u0336ee, free",
    "ⓕⓡⓔⓔ, free",
    "🅵🆁🅴🅴, free",
    "w1n a pr!ze, win a prize",
    "get f r e e money, get free money",
    "貸款額度, 贷款额度",
    "贷.款*额 度, 贷款额度",
    "加薇信, 加微信",
    "加V信, 加微信",
    "加vx：, 加微信",
    "加威❤信, 加微信",
    "抠抠群, qq群",
    "①③⑧, 138",
    "don't, dont",
    "무료 머니, 무료 머니",
  })
  void undoesEvasions(String written, String read) {
    assertThat(phrases(written)).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource({
    "请付8400元, 请付N元",
    "请付xxxx元, 请付N元",
    "请付DIGIT元, 请付N元",
    "电话13800138000, 电话P",
    "电话138-0013-8000, 电话P",
    "电话一三八零零一三八零零零, 电话P",
    "电话xxxxxxxxxxx, 电话P",
    "电话CELLPHONE, 电话P",
    "点击URL领取, 点击L领取",
    "点击http://t.cn/a1领取, 点击L领取",
    "点击abc.com领取, 点击L领取",
    "点击www。abc。com领取, 点击L领取",
    "尊敬的NAME您好, 尊敬的您好",
    "年化x.x%, 年化N",
  })
  void readsRealAndAnonymisedParticularsAlike(String written, String read) {
    assertThat(model(written)).isEqualTo(read);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uE001", "\uE003", "\uE123", "\uF8FF"})
  void aCharacterOfPrivateUseStandsForNothing(String written) {
    views.read("a" + written);
    assertThat(views.folded().toString()).isEqualTo("a\uFFFD");
  }

  @Test
  void leavesEnglishWordsThatNameParticularsAlone() {
    assertThat(model("PHONE ME WHEN YOU SEE THE PLACE xxx"))
        .isEqualTo("phone me when you see the place xxx");
  }

  @Test
  void aFullStopBetweenWordsIsNoLink() {
    assertThat(model("ok.so see you later.me too")).isEqualTo("ok so see you later me too");
  }

  @Test
  void mapsEveryCharacterToWhatTheSubscriberSees() {
    String text = "请加【薇\u200B信】ａ𝐛c";
    views.read(text);
    MappedText read = views.phrases();
    assertThat(read.toString()).isEqualTo("请加微信abc");
    int wei = read.toString().indexOf('微');
    assertThat(text.substring(read.start(wei), read.end(wei + 1))).isEqualTo("薇\u200B信");
    int b = read.toString().indexOf('b');
    assertThat(text.substring(read.start(b), read.end(b))).isEqualTo("𝐛");
  }

  @Test
  void theDetailViewKeepsServiceNumbersAndHostsAndMasksTheRest() {
    views.read("招行95555：13800138000，http://m.cmbchina.com/a?b=1");
    assertThat(views.detail().toString().replace(Placeholder.LINK, 'L'))
        .isEqualTo("招行95555:00000000000,Lm.cmbchina.com/");
  }
}
