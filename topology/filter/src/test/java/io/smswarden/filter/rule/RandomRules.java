package io.smswarden.filter.rule;

import io.smswarden.filter.Message;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rule sets and messages of a small vocabulary, so that rules fire often and overlap. */
final class RandomRules {

  private static final List<String> WORDS =
      List.of(
          "退款", "客服", "快递", "验证码", "贷款", "额度", "微信", "加群", "点击", "链接", "还款", "逾期", "中奖", "转账", "银行",
          "etc", "toll", "parcel", "bank", "prize", "claim", "now", "urgent", "call");
  private static final List<String> CHARACTERS =
      List.of("甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸", "子", "丑", "寅", "卯", "辰", "巳");
  private static final List<String> HOSTS =
      List.of("a.example.com", "example.com", "pay.top", "x.pay.top", "bit.ly", "evil.top");
  private static final List<String> SENDERS =
      List.of("95588", "10086", "+8613900000009", "+8613900000010", "+442079460958", "Amazon");
  private static final List<String> REGEXES =
      List.of(
          "退.?款",
          "(贷款|额度)[0-9]+",
          "加(qq)?群 ?[0-9]{4,}",
          "^urgent",
          "[a-z]+ now",
          "to+ll?",
          "(微|威)信",
          "点击{link}");
  private static final List<String> SIGNALS =
      List.of("OPT_OUT", "GAMBLING", "SUSPICIOUS_LINK", "DEBT_TOPIC", "LOAN_ADVERT");

  private final Random random;
  private int unanchored;

  private RandomRules(Random random) {
    this.random = random;
  }

  static String yaml(int size, Random random) {
    RandomRules rules = new RandomRules(random);
    return IntStream.range(0, size)
        .mapToObj(rules::rule)
        .collect(Collectors.joining("", "version: random\nzone: UTC\nrules:\n", ""));
  }

  static Message message(Random random) {
    RandomRules rules = new RandomRules(random);
    String text =
        IntStream.range(0, 2 + random.nextInt(12))
            .mapToObj(i -> rules.piece())
            .collect(Collectors.joining(random.nextBoolean() ? " " : ""));
    Sms sms = Sms.sms(text);
    if (random.nextInt(3) > 0) {
      sms = sms.from(rules.one(SENDERS)).known(random.nextInt(20), 0, random.nextInt(3), 0.3);
    }
    return (random.nextBoolean()
            ? sms.at("2026-03-02T0%d:00:00Z".formatted(random.nextInt(10)))
            : sms)
        .message();
  }

  private String piece() {
    return switch (random.nextInt(6)) {
      case 0 -> " http://" + one(HOSTS) + "/x ";
      case 1 -> String.valueOf(random.nextInt(100_000));
      case 2 -> word();
      default -> one(WORDS);
    };
  }

  private String rule(int number) {
    String effect =
        switch (random.nextInt(12)) {
          case 0 -> "category: NORMAL, action: ALLOW";
          case 1 -> "category: FRAUD, action: BLOCK";
          case 2 -> "category: ADVERT, action: WARN, shadow: true";
          case 3 -> "category: FRAUD, weight: 1.5, shadow: true";
          default -> "category: FRAUD, weight: " + (random.nextInt(60) - 30) / 10.0;
        };
    // Of 10,000 rules most are of words of their own.
    String when = number < 400 ? condition(2) : "text: %s%s".formatted(word(), word());
    return "  - {code: RULE_%d, %s, zh: 一, en: one, when: {%s}}\n".formatted(number, effect, when);
  }

  private String condition(int depth) {
    if (depth == 2 && unanchored < 45 && random.nextInt(10) == 0) {
      unanchored++;
      return free();
    }
    return anchored() + (depth > 0 && random.nextBoolean() ? ", " + more(depth - 1) : "");
  }

  private String anchored() {
    return switch (random.nextInt(7)) {
      case 0 -> "link: {domain: %s}".formatted(one(HOSTS));
      case 1 -> "link: {host: [%s, %s]}".formatted(one(HOSTS), one(HOSTS));
      case 2 -> "signal: " + one(SIGNALS);
      case 3 -> "regex: '%s'".formatted(one(REGEXES.subList(0, 4)));
      case 4 -> "sender: {id: '%s'}".formatted(one(SENDERS));
      default -> "text: [%s, %s]".formatted(one(WORDS), word());
    };
  }

  private String more(int depth) {
    return switch (random.nextInt(4)) {
      case 0 -> "none: [{%s}]".formatted(condition(depth));
      case 1 -> "any: [{%s}, {%s}]".formatted(condition(depth), free());
      case 2 -> "all: [{%s}, {%s}]".formatted(condition(depth), free());
      default -> "all: [{%s}]".formatted(free());
    };
  }

  private String free() {
    return switch (random.nextInt(6)) {
      case 0 -> "time: {from: '0%d:00', to: '06:00'}".formatted(random.nextInt(6));
      case 1 -> "reputation: {messages: '>= %d'}".formatted(random.nextInt(20));
      case 2 -> "regex: '%s'".formatted(one(REGEXES));
      case 3 -> "sender: {prefix: '+8613'}";
      case 4 -> "link: any";
      default -> "none: [{text: %s}]".formatted(one(WORDS));
    };
  }

  private String word() {
    return one(CHARACTERS) + one(CHARACTERS);
  }

  private String one(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }
}
