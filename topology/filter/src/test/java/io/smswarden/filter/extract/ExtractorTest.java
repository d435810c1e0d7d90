package io.smswarden.filter.extract;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtractorTest {

  private static final Extractor EXTRACTOR = new Extractor("CN");

  @ParameterizedTest
  @CsvSource({
    "看 http://t.cn/Ab1 吧,t.cn,http://t.cn/Ab1",
    "看abc.com吧,abc.com,abc.com",
    "看abc.com/x！快,abc.com,abc.com/x",
    "看abc.com：快,abc.com,abc.com",
    "看ａｂｃ．ｃｏｍ/x吧,abc.com,ａｂｃ．ｃｏｍ/x",
    "登录www。icbc-x。top领取,www.icbc-x.top,www。icbc-x。top",
    "go to 10.0.0.1/login now,10.0.0.1,10.0.0.1/login",
    "see https://xn--80ak6aa92e.com.,xn--80ak6aa92e.com,https://xn--80ak6aa92e.com",
    "see http://bank.com@evil.top/a,evil.top,http://bank.com@evil.top/a",
  })
  void findsLinks(String text, String host, String written) {
    assertThat(EXTRACTOR.extract(text).links())
        .singleElement()
        .satisfies(
            link -> {
              assertThat(link.host()).isEqualTo(host);
              assertThat(text.substring(link.start(), link.end())).isEqualTo(written);
            });
  }

  @ParameterizedTest
  @CsvSource({"mail me at a@b.com", "see you.me too", "3.14 and 2.5", "ok...fine"})
  void findsNoLinkWhereNoneIs(String text) {
    assertThat(EXTRACTOR.extract(text).links()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "电13800138000,+8613800138000",
    "电138-0013-8000,+8613800138000",
    "电①③⑧00138000,+8613800138000",
    "电010-65001234,+861065001234",
    "call +44 20 7946 0000,+442079460000",
  })
  void findsTelephoneNumbers(String text, String e164) {
    assertThat(EXTRACTOR.extract(text).phones())
        .extracting(Facts.Phone::e164)
        .containsExactly(e164);
  }

  @Test
  void aDateIsNoTelephoneNumber() {
    assertThat(EXTRACTOR.extract("于2026-03-05 18:30扣款").phones()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "欠款8400元,840000,CNY",
    "欠款5万元,5000000,CNY",
    "只要9.9元,990,CNY",
    "'owe £1,250.50 now',125050,GBP",
    "$20 off,2000,USD",
  })
  void findsAmounts(String text, long hundredths, String currency) {
    assertThat(EXTRACTOR.extract(text).amounts())
        .singleElement()
        .satisfies(
            amount -> {
              assertThat(amount.hundredths()).isEqualTo(hundredths);
              assertThat(amount.currency()).isEqualTo(currency);
            });
  }

  @Test
  void findsSignaturesAtTheEnds() {
    assertThat(EXTRACTOR.extract("【顺丰速运】您的快件【已签收】请查【丰巢】").signatures())
        .extracting(Facts.Signature::name)
        .containsExactly("顺丰速运", "丰巢");
  }

  @Property(tries = 500)
  void anyTextIsRead(@ForAll String text) {
    Facts facts = EXTRACTOR.extract(text);
    facts.links().forEach(link -> assertThat(link.end()).isLessThanOrEqualTo(text.length()));
  }
}
