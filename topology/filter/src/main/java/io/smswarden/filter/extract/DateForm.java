package io.smswarden.filter.extract;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Optional;

/** The ways in which messages write dates and time limits, in the folded view of the text. */
final class DateForm {

  private static final String TIME_ZH =
      "(?P<part>凌晨|早上|上午|中午|下午|傍晚|晚上|晚)?\\s?(?P<hour>[0-9]{1,2})"
          + "(?:[:：](?P<minute>[0-9]{2})|[点时](?:(?P<minutes>[0-9]{1,2})分|(?P<half>半))?)";
  private static final String TIME_EN =
      "(?:(?P<hour>[0-9]{1,2})(?:[:.](?P<minute>[0-9]{2}))?\\s?(?P<part>[ap]\\.?m\\b\\.?)"
          + "|(?P<hours>[0-9]{1,2}):(?P<minutes>[0-9]{2}))";
  private static final String FROM_ZH = "(?P<by>截至|截止到?|不晚于|最晚)?\\s?";
  private static final String UNTIL_ZH = "(?P<until>\\s?(?:之前|以前|前|截止|止))?";
  private static final String BY_EN =
      "(?:\\b(?P<by>by|before|until|till|no later than) (?:the )?)?";
  private static final String MONTH =
      "(?P<name>jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|january|february|march|april"
          + "|june|july|august|september|october|november|december)\\b\\.?";
  private static final String ORDINAL = "(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?\\b";
  private static final String YEAR_EN = "(?:,?\\s?(?P<year>[0-9]{4})\\b)?";

  private static final String[] MONTHS = {
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"
  };
  private static final String[] DAYS = {"today", "tonight", "tomorrow"};

  /**
   * A way to write dates.
   *
   * @param needles one of these is in every text that has one: looking for them costs next to
   *     nothing, and most messages have none
   */
  private record Form(Pattern pattern, List<String> needles) {

    static Form of(String regex, String... needles) {
      return new Form(Pattern.compile(regex), List.of(needles));
    }

    boolean mayBeIn(String text) {
      return needles.stream().anyMatch(text::contains);
    }
  }

  private static final List<Form> FORMS =
      List.of(
          Form.of(
              FROM_ZH
                  + "\\b(?:(?P<year>[0-9]{4})\\s?年\\s?)?(?P<month>[0-9]{1,2})\\s?月\\s?"
                  + "(?P<day>[0-9]{1,2})\\s?[日号]\\s?(?:"
                  + TIME_ZH
                  + ")?"
                  + UNTIL_ZH,
              "月"),
          Form.of(
              FROM_ZH
                  + "\\b(?P<year>(?:19|20)[0-9]{2})[-/.](?P<month>[0-9]{1,2})[-/.]"
                  + "(?P<day>[0-9]{1,2})\\b"
                  + "(?:[ t](?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::[0-9]{2})?\\b)?"
                  + UNTIL_ZH,
              "19",
              "20"),
          Form.of(
              FROM_ZH + "(?P<relative>今天|今日|今晚|明天|明日|明早|明晚|后天)\\s?(?:" + TIME_ZH + ")?" + UNTIL_ZH,
              "今",
              "明",
              "后天"),
          Form.of(
              "(?P<amount>\\b[0-9]{1,3}|[一二两三四五六七八九十半]{1,3})\\s?个?"
                  + "(?P<unit>分钟|小时|天|日|周|星期)\\s?(?:之内|以内|内)",
              "内"),
          Form.of(BY_EN + "\\b" + MONTH + "\\s?" + ORDINAL + YEAR_EN, MONTHS),
          Form.of(BY_EN + "\\b" + ORDINAL + "\\s(?:of )?" + MONTH + YEAR_EN, MONTHS),
          Form.of(
              BY_EN + "\\b(?P<first>[0-9]{1,2})/(?P<second>[0-9]{1,2})/(?P<year>[0-9]{4})\\b", "/"),
          Form.of(
              BY_EN
                  + "(?:\\b"
                  + TIME_EN
                  + ",? )?\\b(?:on )?(?P<relative>today|tonight|tomorrow)\\b",
              DAYS),
          Form.of(
              "\\b(?P<relative>today|tonight|tomorrow),? (?:(?P<by>by|before) |at )?\\b" + TIME_EN,
              DAYS),
          Form.of(
              "\\b(?:within|in (?:the next|less than)) (?:the (?:next )?)?"
                  + "(?P<amount>[0-9]{1,3}|[a-z]+(?:-[a-z]+)?)[ -]?"
                  + "(?P<unit>minute|min|hour|hr|day|week)s?\\b",
              "within ",
              "in the next ",
              "in less than "));

  private final Pattern pattern;
  private final Matcher matcher;

  private DateForm(Pattern pattern, String text) {
    this.pattern = pattern;
    this.matcher = pattern.matcher(text);
  }

  /** The forms that may be in a text, ready to be looked for. */
  static List<DateForm> in(String text) {
    return FORMS.stream()
        .filter(form -> form.mayBeIn(text))
        .map(form -> new DateForm(form.pattern, text))
        .toList();
  }

  boolean find() {
    return matcher.find();
  }

  int start() {
    return matcher.start();
  }

  int end() {
    return matcher.end();
  }

  /** What stands at a part of the form; empty where the form or the text has none. */
  Optional<String> part(String name) {
    Integer group = pattern.namedGroups().get(name);
    return group == null ? Optional.empty() : Optional.ofNullable(matcher.group(group));
  }

  Optional<Integer> number(String name) {
    return part(name).map(Integer::valueOf);
  }
}
