package io.smswarden.filter.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.smswarden.filter.verdict.Category;
import org.junit.jupiter.api.Test;

class ConfusionTest {

  @Test
  void aMissCountsAgainstBothCategories() {
    Confusion confusion = new Confusion();
    confusion.add(Category.FRAUD, Category.FRAUD);
    confusion.add(Category.FRAUD, Category.FRAUD);
    confusion.add(Category.FRAUD, Category.ADVERT);
    confusion.add(Category.ADVERT, Category.ADVERT);
    // FRAUD: precision 1, recall 2/3; ADVERT: precision 1/2, recall 1.
    assertThat(confusion.f1(Category.FRAUD)).isCloseTo(0.8, within(1e-12));
    assertThat(confusion.f1(Category.ADVERT)).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(confusion.macroF1()).isCloseTo((0.8 + 2 / 3.0) / 2, within(1e-12));
  }

  @Test
  void aCategoryOfNoMessageHasNoF1() {
    Confusion confusion = new Confusion();
    confusion.add(Category.NORMAL, Category.FRAUD);
    assertThat(confusion.f1(Category.FRAUD)).isNaN();
    assertThat(confusion.macroF1()).isZero();
    assertThat(new Confusion().macroF1()).isNaN();
  }
}
