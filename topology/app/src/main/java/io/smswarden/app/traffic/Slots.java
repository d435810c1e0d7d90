package io.smswarden.app.traffic;

import static java.util.Map.entry;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;

/** Fills the slots of wordings: names and places of lists, codes, amounts, dates and links. */
final class Slots {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日", Locale.ROOT);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("M月d日HH:mm", Locale.ROOT);
  private static final DateTimeFormatter DAY_EN =
      DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter MINUTE_EN =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

  private static final Map<String, Function<Filling, String>> COMPUTED =
      Map.ofEntries(
          entry("n", f -> f.number(1, 10)),
          entry("days", f -> f.number(5, 90)),
          entry("gate", f -> f.number(1, 25)),
          entry("score", f -> f.number(90, 101)),
          entry("price", f -> f.number(14, 29)),
          entry("gb", f -> f.number(2, 40)),
          entry("code4", f -> f.digits(4)),
          entry("code6", f -> f.digits(6)),
          entry("tail", f -> f.digits(4)),
          entry("digits8", f -> f.digits(8)),
          entry("amount", f -> f.cents(10, 2_000)),
          entry("salary", f -> f.cents(3_000, 20_000)),
          entry("fee", f -> f.cents(5, 200)),
          entry("thousands", f -> f.number(1, 10) + (f.random.nextBoolean() ? "000" : "500")),
          entry("balance", f -> f.cents(200, 80_000)),
          entry("round", f -> f.number(1, 10) + "00"),
          entry("loan", f -> f.number(2, 30) + "0000"),
          entry("debt", f -> f.number(12, 300) + "00"),
          entry("date", f -> DAY.format(f.soon())),
          entry("dateTime", f -> MINUTE.format(f.at)),
          entry("dateEn", f -> DAY_EN.format(f.soon())),
          entry("dateTimeEn", f -> MINUTE_EN.format(f.at)),
          entry("name", f -> f.value("surname") + (f.random.nextBoolean() ? "先生" : "女士")),
          entry("fullName", f -> f.value("surname") + f.value("given")),
          entry("tracking", f -> "SW" + f.digits(10)),
          entry("order", f -> f.digits(12)),
          entry(
              "pickup",
              f -> f.number(1, 12) + "-" + f.number(1, 7) + "-" + f.number(1_000, 10_000)),
          entry("plate", f -> "云X" + f.digits(5)),
          entry("train", f -> "G" + f.number(100, 2_000)),
          entry("flight", f -> "QC" + f.number(1_000, 9_000)),
          entry("phone", f -> "154" + f.digits(8)),
          entry("phoneEn", f -> "+44 7700 900" + f.digits(3)),
          entry("wechat", f -> f.value("pinyin") + f.letters(2) + f.digits(5)),
          entry("qq", f -> f.number(1, 10) + f.digits(8)),
          entry("host", f -> f.value("domain") + "-" + f.letters(5) + "." + f.value("tld")),
          entry("link", f -> f.value("host") + "/" + f.letters(5)));

  private final Map<String, List<String>> lists;

  Slots(Map<String, List<String>> lists) {
    this.lists = Map.copyOf(lists);
  }

  boolean knows(String slot) {
    return COMPUTED.containsKey(slot) || lists.containsKey(slot);
  }

  /**
   * The slots of one message.
   *
   * @param fixed values that are the same in all messages of whoever writes
   */
  Filling filling(SplittableRandom random, LocalDateTime at, Map<String, String> fixed) {
    return new Filling(random, at, fixed);
  }

  /** Chooses values that stay the same in all messages of one campaign or one case. */
  Map<String, String> fix(SplittableRandom random, LocalDateTime at, List<String> slots) {
    Filling filling = filling(random, at, Map.of());
    Map<String, String> fixed = new HashMap<>();
    slots.forEach(slot -> fixed.put(slot, filling.value(slot)));
    return Map.copyOf(fixed);
  }

  /** Slots filled at one time by one source of randomness. */
  final class Filling {

    private final SplittableRandom random;
    private final LocalDateTime at;
    private final Map<String, String> fixed;

    private Filling(SplittableRandom random, LocalDateTime at, Map<String, String> fixed) {
      this.random = random;
      this.at = at;
      this.fixed = fixed;
    }

    String value(String slot) {
      String known = fixed.get(slot);
      return known == null ? fresh(slot) : known;
    }

    private String fresh(String slot) {
      List<String> list = lists.get(slot);
      if (list != null) {
        return list.get(random.nextInt(list.size()));
      }
      Function<Filling, String> computed = COMPUTED.get(slot);
      if (computed == null) {
        throw new IllegalArgumentException("a wording has the unknown slot {" + slot + "}");
      }
      return computed.apply(this);
    }

    private String letters(int count) {
      StringBuilder text = new StringBuilder(count);
      for (int i = 0; i < count; i++) {
        text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
      }
      return text.toString();
    }

    private String digits(int count) {
      StringBuilder text = new StringBuilder(count);
      for (int i = 0; i < count; i++) {
        text.append((char) ('0' + random.nextInt(10)));
      }
      return text.toString();
    }

    private String number(int from, int to) {
      return Integer.toString(random.nextInt(from, to));
    }

    private String cents(int from, int to) {
      return number(from, to) + "." + digits(2);
    }

    private LocalDateTime soon() {
      return at.plusDays(random.nextInt(1, 8));
    }
  }
}
