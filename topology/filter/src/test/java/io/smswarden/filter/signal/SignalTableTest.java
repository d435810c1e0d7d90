package io.smswarden.filter.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignalTableTest {

  private static final String TABLE =
      """
      caps:
        a: { min: -1, max: 2 }
      thresholds:
        FRAUD: { warn: 0.5, block: 0.9 }
      signals:
        - { code: X, group: a, category: FRAUD, weight: 1, any: [abc], zh: 甲, en: x }
      """;

  @Test
  void readsATable() {
    SignalTable table = SignalTableReader.read(TABLE);
    assertThat(table.rows())
        .singleElement()
        .satisfies(row -> assertThat(row.code()).isEqualTo("X"));
    assertThat(table.lowestWarn()).isEqualTo(0.5);
  }

  @Test
  void anotherTableHasAnotherVersion() {
    assertThat(SignalTableReader.read(TABLE).version())
        .isNotEqualTo(SignalTableReader.read(TABLE.replace("weight: 1", "weight: 2")).version());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "weight: 1|weight: much|weight is not a number",
        "category: FRAUD|category: FRUAD|no category FRUAD",
        "group: a|group: b|group b has no cap",
        "en: x|fr: x|en is missing",
        "any: [abc]|any: abc|expected a list of phrases",
        "caps:|caps: [|not YAML",
      })
  void saysWhatIsWrong(String right, String wrong, String message) {
    assertThatThrownBy(() -> SignalTableReader.read(TABLE.replace(right, wrong)))
        .isInstanceOf(SignalTableException.class)
        .hasMessageContaining(message);
  }

  @Test
  void everyShippedRowExplainsItselfInBothLanguages() {
    assertThat(Signals.standard().table().rows())
        .allSatisfy(
            row -> {
              assertThat(row.reasonZh()).matches(".*\\p{IsHan}.*");
              assertThat(row.reasonEn()).matches("[\\x20-\\x7E]+");
            });
  }
}
