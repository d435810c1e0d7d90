package io.smswarden.filter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SenderIdTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          13912345678,        +8613912345678
          139 1234 5678,      +8613912345678
          +86-139-1234-5678,  +8613912345678
          008613912345678,    +8613912345678
          １３９１２３４５６７８, +8613912345678
          (010) 6655 9988,    +861066559988
          +44 7911 123456,    +447911123456
          95588,              95588
          10086,              10086
          10655020099999,     10655020099999
          106550200999991234, 106550200999991234
          Amazon,             Amazon
          ' 中国银行 ',         中国银行
          12345678901234567,  12345678901234567
          """)
  void aSenderHasOneCanonicalForm(String raw, String canonical) {
    assertThat(SenderId.parse(raw, "CN")).contains(new SenderId(canonical));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "+999123",
        "+",
        "- -",
        "1234567890123456789012",
        "a name that is too long"
      })
  void whatIsNoSenderHasNone(String raw) {
    assertThat(SenderId.parse(raw, "CN")).isEmpty();
  }

  @Test
  void anMsisdnIsE164() {
    assertThat(Msisdn.parse("139-1234-5678", "CN")).contains(new Msisdn("+8613912345678"));
    assertThat(Msisdn.parse("95588", "CN")).isEmpty();
    assertThat(Msisdn.parse("nobody", "CN")).isEmpty();
  }

  @Test
  void numbersAreMaskedInLogs() {
    assertThat(new Msisdn("+8613912345678")).asString().doesNotContain("139");
    assertThat(new SenderId("+8613912345678")).asString().doesNotContain("139");
  }
}
