package io.smswarden.filter.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

  private static final Extractor EXTRACTOR = new Extractor("CN");

  private static When only(String text) {
    List<When> dates = EXTRACTOR.extract(text).dates();
    assertThat(dates).as(text).hasSize(1);
    return dates.get(0);
  }

  private static String written(String text, When when) {
    return text.substring(when.start(), when.end());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          您的账单日为2026年3月5日，请知悉 | 2026年3月5日 | 2026 | --03-05 | | false
          请于3月5日前还清 | 3月5日前 | | --03-05 | | true
          请于３月⑤日 前还清 | ３月⑤日 前 | | --03-05 | | true
          截至12月31日24:00 | 截至12月31日24:00 | | --12-31 | | true
          3月5号下午3点半之前到店 | 3月5号下午3点半之前 | | --03-05 | 15:30 | true
          會議改到3月5號晚上8點 | 3月5號晚上8點 | | --03-05 | 20:00 | false
          于2026-03-05 18:30扣款 | 2026-03-05 18:30 | 2026 | --03-05 | 18:30 | false
          due Mar 5 in full | Mar 5 | | --03-05 | | false
          pay before 5th of March, 2026 | before 5th of March, 2026 | 2026 | --03-05 | | true
          by March 5th | by March 5th | | --03-05 | | true
          on 31/12/2026 we close | 31/12/2026 | 2026 | --12-31 | | false
          """)
  void readsDaysOfTheCalendar(
      String text, String span, Year year, String day, LocalTime time, boolean deadline) {
    When found = only(text);
    assertThat(found)
        .isEqualTo(
            new When.CalendarDay(
                Optional.ofNullable(year),
                MonthDay.parse(day),
                Optional.ofNullable(time),
                deadline,
                found.start(),
                found.end()));
    assertThat(written(text, found)).isEqualTo(span);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          今日18:00前处理 | 今日18:00前 | 0 | 18:00 | true
          今天不还就上门 | 今天 | 0 | | false
          请最晚明天中午12点到账 | 最晚明天中午12点 | 1 | 12:00 | true
          后天凌晨12点开始 | 后天凌晨12点 | 2 | 00:00 | false
          pay by 5 pm today or else | by 5 pm today | 0 | 17:00 | true
          call me tomorrow at 9:30 | tomorrow at 9:30 | 1 | 09:30 | false
          open Today until noon | Today | 0 | | false
          pay today before 12 a.m. | today before 12 a.m. | 0 | 00:00 | true
          """)
  void leavesRelativeDaysRelative(
      String text, String span, int days, LocalTime time, boolean deadline) {
    When found = only(text);
    assertThat(found)
        .isEqualTo(
            new When.RelativeDay(
                days, Optional.ofNullable(time), deadline, found.start(), found.end()));
    assertThat(written(text, found)).isEqualTo(span);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          请24小时内联系我们 | 24小时内 | PT24H
          四十八小时之内不处理 | 四十八小时之内 | PT48H
          两个小时内到账 | 两个小时内 | PT2H
          半小时内 | 半小时内 | PT30M
          ７天以内 | ７天以内 | PT168H
          reply within 48 hours to keep it | within 48 hours | PT48H
          act in the next thirty minutes | in the next thirty minutes | PT30M
          within a week | within a week | PT168H
          """)
  void readsTimeLimits(String text, String span, Duration limit) {
    When found = only(text);
    assertThat(found).isEqualTo(new When.Within(limit, found.start(), found.end()));
    assertThat(written(text, found)).isEqualTo(span);
  }

  @ParameterizedTest
  @CsvSource({"US,--12-03", "CN,--12-03", "GB,--03-12", "DE,--03-12"})
  void readsDayAndMonthInTheOrderOfTheCountry(String region, String day) {
    assertThat(new Extractor(region).extract("due 12/03/2026").dates())
        .singleElement()
        .isInstanceOfSatisfying(
            When.CalendarDay.class, found -> assertThat(found.day()).isEqualTo(day(day)));
  }

  private static MonthDay day(String day) {
    return MonthDay.parse(day);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "13月5日",
        "3月45日",
        "2025年2月29日",
        "123月5日后",
        "3/5 of the team",
        "version 1.2.2026",
        "you may call 5 of us",
        "within reason hours",
        "看 http://abc.com/2026/03/05/a 吧",
        "信用卡分12期",
        "内部5折"
      })
  void findsNoDateWhereNoneIs(String text) {
    assertThat(EXTRACTOR.extract(text).dates()).isEmpty();
  }

  @Test
  void givesAllInTheOrderOfTheText() {
    String text = "今天发货，3月5日前送达，逾期48小时内退款";
    assertThat(EXTRACTOR.extract(text).dates())
        .extracting(when -> written(text, when))
        .containsExactly("今天", "3月5日前", "48小时内");
  }

  @Property(tries = 500)
  void anyTextIsRead(@ForAll String text) {
    EXTRACTOR
        .extract(text)
        .dates()
        .forEach(when -> assertThat(when.end()).isBetween(when.start() + 1, text.length()));
  }
}
