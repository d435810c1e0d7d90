package io.smswarden.filter.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.smswarden.filter.verdict.Category;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelledLineTest {

  private static LabelledMessage valid(String line) {
    return ((LabelledLine.Valid) LabelledLine.parse(line)).message();
  }

  @ParameterizedTest
  @CsvSource({
    "spam,own:PII_REQUEST,PII_REQUEST",
    "ham,own:COLLECTION_LAWFUL,COLLECTION_LAWFUL",
    "spam,zh-fbs:FR:Phishing(Bank),IMPERSONATION",
    "spam,zh-fbs:AD:Retail,ADVERT",
    "spam,zh-fbs:AD:Loan,LOAN_AD",
    "spam,en-smishing:smishing,FRAUD",
    "ham,zh-service,NORMAL",
  })
  void mapsTheCategoriesOfCollections(String label, String origin, Category category) {
    assertThat(valid(label + "\t" + origin + "\ttext").category()).contains(category);
  }

  @Test
  void spamOfNoNamedKindHasNoCategory() {
    assertThat(valid("spam\tzh-service\ttext").category()).isEmpty();
  }

  @Test
  void keepsTheSourceApartFromTheCategoryAndTabsInTheText() {
    LabelledMessage message = valid("spam\tzh-fbs:FR:Other\ta\tb");
    assertThat(message.source()).isEqualTo("zh-fbs");
    assertThat(message.text()).isEqualTo("a\tb");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "spam", "spam\tsource", "junk\tsource\ttext", "ham\t:X\ttext"})
  void rejectsWhatIsNotLabelled(String line) {
    assertThat(LabelledLine.parse(line)).isInstanceOf(LabelledLine.Rejected.class);
  }
}
