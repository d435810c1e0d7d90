package io.smswarden.filter.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.smswarden.filter.Filter;
import io.smswarden.filter.Message;
import io.smswarden.filter.model.CategoryScores;
import io.smswarden.filter.model.Example;
import io.smswarden.filter.model.TextModel;
import io.smswarden.filter.model.TextModelTrainer;
import io.smswarden.filter.model.TextModelTrainer.Unseen;
import io.smswarden.filter.signal.Observations;
import io.smswarden.filter.signal.Signals;
import io.smswarden.filter.text.TextViews;
import io.smswarden.filter.verdict.Category;
import io.smswarden.filter.verdict.Verdict;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecondLookTest {

  private static final String UNCERTAIN = "Hi mum, my phone broke, this is my new number";
  private static final List<Unseen> UNSEEN = unseen();
  private static final TextModel MODEL = model();
  private static final SecondLook LOOK = SecondLookTrainer.train(UNSEEN, MODEL, 7);

  /** The first stage knows nothing; a high score for FRAUD together with one for ADVERT is spam. */
  private static List<Unseen> unseen() {
    List<Unseen> unseen = new ArrayList<>();
    for (int i = 0; i < 4000; i++) {
      boolean fraud = i % 2 == 0;
      boolean advert = i % 3 == 0;
      Example example = new Example("例" + i, fraud == advert, Optional.empty(), 1);
      unseen.add(new Unseen(example, 0, scores(fraud, advert)));
    }
    return unseen;
  }

  private static TextModel model() {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      examples.add(new Example("放款" + i, true, Optional.of(Category.LOAN_AD), 1));
      examples.add(new Example("吃饭" + i, false, Optional.of(Category.NORMAL), 1));
    }
    return new TextModelTrainer(7, (text, seed) -> text, (text, seed) -> text).train(examples);
  }

  private static CategoryScores scores(boolean fraud, boolean advert) {
    CategoryScores scores = new CategoryScores();
    scores.add(Category.FRAUD, fraud ? 3 : -3);
    scores.add(Category.ADVERT, advert ? 3 : -3);
    return scores;
  }

  private static double corrected(boolean fraud, boolean advert) {
    Figures figures = new Figures(Signals.standard());
    TextViews views = new TextViews();
    views.read("例");
    figures.take(0, new Observations());
    figures.complete(scores(fraud, advert), views);
    return LOOK.correction(figures, true);
  }

  private static byte[] bytes(SecondLook look) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    look.write(out);
    return out.toByteArray();
  }

  @Test
  void learnsWhatFiguresMeanTogetherThatTheirSumCannotSay() {
    assertThat(corrected(true, true)).isGreaterThan(0.5);
    assertThat(corrected(false, false)).isGreaterThan(0.5);
    assertThat(corrected(true, false)).isLessThan(-0.5);
    assertThat(corrected(false, true)).isLessThan(-0.5);
  }

  @Test
  void theSameFiguresAndSeedGiveTheSameBytes() throws IOException {
    assertThat(bytes(SecondLookTrainer.train(UNSEEN, MODEL, 7))).isEqualTo(bytes(LOOK));
  }

  @Test
  void readsWhatItWroteAndSaysWhatIsWrongWithADamagedFile() throws IOException {
    byte[] bytes = bytes(LOOK);
    assertThat(LookFile.read(new ByteArrayInputStream(bytes)).version()).isEqualTo(LOOK.version());
    bytes[bytes.length / 2] ^= 1;
    assertThatThrownBy(() -> LookFile.read(new ByteArrayInputStream(bytes)))
        .hasMessageContaining("damaged");
    assertThatThrownBy(() -> LookFile.read(new ByteArrayInputStream(new byte[9])))
        .hasMessageContaining("not a second look");
    assertThatThrownBy(() -> LookFile.read(new ByteArrayInputStream(bytes, 0, 60)))
        .hasMessageContaining("cut short");
  }

  @Test
  void onlyWhatACorrectionCouldDecideGetsASecondLook() {
    assertThat(LOOK.wants(SecondLook.FROM - 0.1)).isFalse();
    assertThat(LOOK.wants(SecondLook.FROM + 0.1)).isTrue();
    assertThat(LOOK.wants(SecondLook.TO - 0.1)).isTrue();
    assertThat(LOOK.wants(SecondLook.TO + 0.1)).isFalse();
    assertThat(SecondLook.TO - SecondLook.LARGEST).isPositive();
  }

  @Test
  void aLookOfAnotherModelIsRefused() {
    assertThatThrownBy(() -> SecondLook.standard().requireFor(MODEL))
        .hasMessageContaining("train both together");
  }

  @Test
  void theShippedLookExplainsItselfAndIsNamedInTheVersions() {
    Filter with = Filter.standard();
    Filter without = with.withoutSecondLook();
    Verdict looked = with.judge(Message.of(UNCERTAIN));
    Verdict first = without.judge(Message.of(UNCERTAIN));
    double correction =
        looked.findings().stream()
            .filter(finding -> finding.code().startsWith("SECOND_LOOK_"))
            .mapToDouble(finding -> finding.strength() * finding.weight())
            .sum();
    assertThat(correction).isNotZero();
    assertThat(logOdds(looked)).isCloseTo(logOdds(first) + correction, within(1e-9));
    assertThat(first.findings()).noneMatch(f -> f.code().startsWith("SECOND_LOOK_"));
    assertThat(with.versions().model())
        .isEqualTo(without.versions().model() + "+" + SecondLook.standard().version());
  }

  private static double logOdds(Verdict verdict) {
    return Math.log(verdict.score() / (1 - verdict.score()));
  }
}
