package io.smswarden.filter.extract;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.ULocale;
import io.smswarden.filter.text.Links;
import io.smswarden.filter.text.MappedText;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.Year;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds dates and time limits. Safe for use by many threads. */
final class Dates {

  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

  private final boolean monthFirst;

  /**
   * Dates as a country writes them.
   *
   * @param region ISO 3166-1 code: tells, by CLDR's short date, whether 12/03 is a day of March
   */
  Dates(String region) {
    ULocale locale = ULocale.addLikelySubtags(new ULocale("und_" + region));
    DateFormat format = DateFormat.getDateInstance(DateFormat.SHORT, locale);
    String order = format instanceof SimpleDateFormat simple ? simple.toPattern() : "d/M/y";
    monthFirst = order.indexOf('M') < order.indexOf('d');
  }

  List<When> find(MappedText folded, Links links) {
    List<When> found = new ArrayList<>();
    for (DateForm form : DateForm.in(folded.toString())) {
      while (form.find()) {
        if (!inLink(form, links)) {
          read(form, folded.start(form.start()), folded.end(form.end() - 1)).ifPresent(found::add);
        }
      }
    }
    return withoutOverlaps(found);
  }

  private Optional<When> read(DateForm form, int start, int end) {
    try {
      if (form.part("unit").isPresent()) {
        return limit(form).map(limit -> new When.Within(limit, start, end));
      }
      Optional<LocalTime> time = time(form);
      boolean deadline = form.part("by").isPresent() || form.part("until").isPresent();
      if (form.part("relative").isPresent()) {
        int days = days(form.part("relative").get());
        return Optional.of(new When.RelativeDay(days, time, deadline, start, end));
      }
      Optional<Year> year = form.number("year").map(Year::of);
      MonthDay day = day(form);
      year.ifPresent(y -> LocalDate.of(y.getValue(), day.getMonth(), day.getDayOfMonth()));
      return Optional.of(new When.CalendarDay(year, day, time, deadline, start, end));
    } catch (DateTimeException e) {
      // The 45th of a month, or 25 o'clock: numbers that look like a date and are none.
      return Optional.empty();
    }
  }

  private MonthDay day(DateForm form) {
    if (form.part("first").isPresent()) {
      int first = form.number("first").get();
      int second = form.number("second").get();
      boolean month = second > 12 || (monthFirst && first <= 12);
      return month ? MonthDay.of(first, second) : MonthDay.of(second, first);
    }
    int month =
        form.part("name")
            .map(name -> MONTHS.indexOf(name.substring(0, 3)) / 3 + 1)
            .orElseGet(() -> form.number("month").orElseThrow());
    return MonthDay.of(month, form.number("day").orElseThrow());
  }

  /** 24:00 is the day's end, which a day without a time is as well. */
  private static Optional<LocalTime> time(DateForm form) {
    Optional<Integer> written = form.number("hour").or(() -> form.number("hours"));
    if (written.isEmpty()) {
      return Optional.empty();
    }
    int hour = written.get();
    int minute = form.number("minute").or(() -> form.number("minutes")).orElse(0);
    if (hour == 24 && minute == 0) {
      return Optional.empty();
    }
    String part = form.part("part").orElse("");
    boolean afternoon =
        switch (part) {
          case "下午", "傍晚", "晚上", "晚" -> true;
          case "中午" -> hour < 3;
          default -> part.startsWith("p");
        };
    if (hour < 12 && afternoon) {
      hour += 12;
    } else if (hour == 12 && (part.startsWith("a") || part.equals("凌晨"))) {
      hour = 0;
    }
    return Optional.of(LocalTime.of(hour, form.part("half").isPresent() ? 30 : minute));
  }

  private static int days(String relative) {
    return switch (relative.charAt(0)) {
      case '明' -> 1;
      case '后' -> 2;
      default -> relative.equals("tomorrow") ? 1 : 0;
    };
  }

  private static Optional<Duration> limit(DateForm form) {
    Duration unit =
        switch (form.part("unit").orElseThrow()) {
          case "分钟", "minute", "min" -> Duration.ofMinutes(1);
          case "小时", "hour", "hr" -> Duration.ofHours(1);
          case "天", "日", "day" -> Duration.ofDays(1);
          default -> Duration.ofDays(7);
        };
    String amount = form.part("amount").orElseThrow();
    return amount.equals("半")
        ? Optional.of(unit.dividedBy(2))
        : count(amount).map(unit::multipliedBy);
  }

  private static Optional<Long> count(String amount) {
    if (amount.equals("a") || amount.equals("an")) {
      return Optional.of(1L);
    }
    boolean latin = amount.charAt(0) < 0x80;
    RuleBasedNumberFormat words =
        new RuleBasedNumberFormat(
            latin ? ULocale.ENGLISH : ULocale.CHINESE, RuleBasedNumberFormat.SPELLOUT);
    try {
      return Optional.of(
          latin && Character.isDigit(amount.charAt(0))
              ? Long.parseLong(amount)
              : words.parse(amount.replace('两', '二')).longValue());
    } catch (ParseException e) {
      return Optional.empty();
    }
  }

  private static boolean inLink(DateForm form, Links links) {
    for (int i = 0; i < links.count(); i++) {
      if (form.start() < links.spans()[2 * i + 1] && form.end() > links.spans()[2 * i]) {
        return true;
      }
    }
    return false;
  }

  /** Of two that share characters, the one that starts first, or the longer one. */
  private static List<When> withoutOverlaps(List<When> found) {
    found.sort(
        Comparator.comparingInt(When::start)
            .thenComparing(Comparator.comparingInt(When::end).reversed()));
    List<When> kept = new ArrayList<>();
    int end = 0;
    for (When when : found) {
      if (when.start() >= end) {
        kept.add(when);
        end = when.end();
      }
    }
    return kept;
  }
}
