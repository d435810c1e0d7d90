package io.smswarden.filter.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smswarden.filter.text.TextViews;
import io.smswarden.filter.verdict.Category;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TextModelTest {

  private static final List<Example> EXAMPLES = examples();
  private static final TextModelTrainer TRAINER =
      new TextModelTrainer(7, (text, seed) -> text.replace("贷", "貸"), (text, seed) -> text);
  private static final TextModel MODEL = TRAINER.train(EXAMPLES);

  private static List<Example> examples() {
    String[] places = {"城东", "城西", "南门", "北站", "老街", "新区", "湖边", "山下"};
    String[] foods = {"面条", "饺子", "烧烤", "火锅", "米粉"};
    List<Example> examples = new ArrayList<>();
    for (String place : places) {
      for (String food : foods) {
        examples.add(
            new Example(
                "今晚在" + place + "一起吃" + food + "吧", false, Optional.of(Category.NORMAL), 1));
        examples.add(
            new Example(place + "放款快，无抵押贷款，送" + food, true, Optional.of(Category.LOAN_AD), 1));
        examples.add(
            new Example(
                place + "赌场开业，首存送彩金" + food, true, Optional.of(Category.GAMBLING_ADULT), 1));
      }
    }
    return examples;
  }

  private static TextViews read(String text) {
    TextViews views = new TextViews();
    views.read(text);
    return views;
  }

  private static Grams grams(String text) {
    Grams grams = new Grams();
    grams.take(read(text));
    return grams;
  }

  private static byte[] bytes(TextModel model) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    model.write(out);
    return out.toByteArray();
  }

  @Test
  void learnsWhatIsUnwanted() {
    assertThat(MODEL.logit(grams("无抵押贷款，当天放款"))).isPositive();
    assertThat(MODEL.logit(grams("今晚一起吃饺子"))).isNegative();
  }

  @Test
  void learnsOfWhatKindItIs() {
    CategoryScores scores = new CategoryScores();
    MODEL.categories(grams("首存送彩金"), scores);
    assertThat(scores.of(Category.GAMBLING_ADULT)).isGreaterThan(scores.of(Category.LOAN_AD));
  }

  @Test
  void findsTheTellingSpan() {
    String text = "今晚一起吃饺子吧，另外无抵押贷款";
    long span = MODEL.tellingSpan(read(text));
    assertThat(text.substring((int) (span >>> 32), (int) span)).contains("抵押贷款");
  }

  @Test
  void theSameTextsAndSeedGiveTheSameBytes() throws IOException {
    assertThat(bytes(TRAINER.train(EXAMPLES))).isEqualTo(bytes(MODEL));
  }

  @Test
  void readsWhatItWrote() throws IOException {
    TextModel read = TextModel.read(new ByteArrayInputStream(bytes(MODEL)));
    assertThat(read.version()).isEqualTo(MODEL.version());
    assertThat(read.logit(grams("无抵押贷款"))).isEqualTo(MODEL.logit(grams("无抵押贷款")));
  }

  @Test
  void aDamagedFileIsNamedAsSuch() throws IOException {
    byte[] bytes = bytes(MODEL);
    bytes[bytes.length / 2] ^= 1;
    assertThatThrownBy(() -> TextModel.read(new ByteArrayInputStream(bytes)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("damaged");
    byte[] half = Arrays.copyOf(bytes, bytes.length / 2);
    assertThatThrownBy(() -> TextModel.read(new ByteArrayInputStream(half)))
        .hasMessageContaining("cut short");
    assertThatThrownBy(() -> TextModel.read(new ByteArrayInputStream(new byte[100])))
        .hasMessageContaining("not a text model");
  }

  @Test
  void oneKindAloneCannotBeLearnt() {
    List<Example> spamOnly = EXAMPLES.stream().filter(Example::unwanted).toList();
    assertThatThrownBy(() -> TRAINER.train(spamOnly)).hasMessageContaining("both spam and ham");
  }
}
