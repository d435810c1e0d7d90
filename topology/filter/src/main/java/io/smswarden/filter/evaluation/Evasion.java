package io.smswarden.filter.evaluation;

import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;

/**
 * Rewrites a message as senders do to slip past filters: readable for a person, other characters
 * for a machine. Each rewriting takes two of the ways that suit the text's script; the same text
 * and seed give the same.
 */
public final class Evasion {

  private enum Way {
    FULL_WIDTH,
    ZERO_WIDTH,
    SEPARATORS,
    CONTACT_WORDS,
    CIRCLED_DIGITS,
    TRADITIONAL,
    HOMOGLYPHS,
    LEET,
    SPACED_WORDS
  }

  private static final List<Way> CHINESE =
      List.of(
          Way.FULL_WIDTH,
          Way.ZERO_WIDTH,
          Way.SEPARATORS,
          Way.CONTACT_WORDS,
          Way.CIRCLED_DIGITS,
          Way.TRADITIONAL);
  private static final List<Way> OTHER =
      List.of(Way.FULL_WIDTH, Way.ZERO_WIDTH, Way.HOMOGLYPHS, Way.LEET, Way.SPACED_WORDS);

  private static final int WAYS = 2;
  private static final String ZERO_WIDTH = "\u200B\u200C\u200D\u2060\uFEFF\u00AD";
  private static final String SEPARATORS = "·*_-~|.☆ ";
  private static final String[] WECHAT = {"薇信", "V信", "vx", "威信", "徽信", "微❤", "Ⓥ信", "w x"};
  private static final String[] QQ = {"扣扣", "ＱＱ", "Q Q", "qq", "抠抠"};
  private static final String SIMPLIFIED = "贷办银开发户账转验证码电话钱质号领奖兑换积联系网点击东专业无门额万车险买卖";
  private static final String TRADITIONAL = "貸辦銀開發戶賬轉驗證碼電話錢質號領獎兌換積聯繫網點擊東專業無門額萬車險買賣";
  private static final String LATIN = "aceopxyisjABCEHIKMOPTXY";
  private static final String LOOKS_LATIN = "асеорхуіѕјАВСЕНІКМОРТХҮ";
  private static final String LEET = "aeiost";
  private static final String LEET_DIGITS = "43!0$7";

  private Evasion() {}

  /** The message rewritten; offsets into it say nothing about the original. */
  public static String rewrite(String text, long seed) {
    Random random = new Random(seed ^ text.hashCode());
    boolean chinese = text.chars().anyMatch(c -> c >= 0x3400 && c <= 0x9FFF);
    List<Way> ways = chinese ? CHINESE : OTHER;
    int first = random.nextInt(ways.size());
    String rewritten = text;
    for (int i = 0; i < WAYS; i++) {
      Way way = ways.get((first + i * (1 + random.nextInt(ways.size() - 1))) % ways.size());
      rewritten = apply(way, rewritten, random);
    }
    return rewritten;
  }

  private static String apply(Way way, String text, Random random) {
    return switch (way) {
      case FULL_WIDTH ->
          each(text, 0.6, random, c -> c > ' ' && c < 0x7F ? one(c + 0xFEE0) : one(c));
      case ZERO_WIDTH -> between(text, 0.25, random, ZERO_WIDTH, false);
      case SEPARATORS -> between(text, 0.2, random, SEPARATORS, true);
      case CONTACT_WORDS ->
          text.replace("微信", WECHAT[random.nextInt(WECHAT.length)])
              .replaceAll("(?i)qq", QQ[random.nextInt(QQ.length)]);
      case CIRCLED_DIGITS -> each(text, 0.7, random, Evasion::circled);
      case TRADITIONAL -> each(text, 0.9, random, c -> swap(c, SIMPLIFIED, TRADITIONAL));
      case HOMOGLYPHS -> each(text, 0.4, random, c -> swap(c, LATIN, LOOKS_LATIN));
      case LEET -> each(text, 0.3, random, c -> swap(c, LEET, LEET_DIGITS));
      case SPACED_WORDS -> spaced(text, random);
    };
  }

  private static String each(String text, double share, Random random, IntFunction<String> other) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> out.append(random.nextDouble() < share ? other.apply(c) : one(c)));
    return out.toString();
  }

  private static String between(
      String text, double share, Random random, String inserted, boolean ideographsOnly) {
    StringBuilder out = new StringBuilder(text.length() * 2);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append(c);
      boolean within = i + 1 < text.length() && isLetter(c) && isLetter(text.charAt(i + 1));
      boolean fits = !ideographsOnly || (Character.isIdeographic(c) && within);
      if (within && fits && random.nextDouble() < share) {
        out.append(inserted.charAt(random.nextInt(inserted.length())));
      }
    }
    return out.toString();
  }

  /** Some words of at least four letters with a blank behind each letter. */
  private static String spaced(String text, Random random) {
    StringBuilder out = new StringBuilder(text.length() * 2);
    for (String word : text.split("(?<= )", -1)) {
      boolean plain = word.strip().length() >= 4 && word.strip().chars().allMatch(c -> c < 0x7F);
      boolean letters = plain && word.strip().chars().allMatch(Character::isLetter);
      out.append(
          letters && random.nextDouble() < 0.3
              ? word.strip().replaceAll("(?<=.)(?=.)", " ") + " "
              : word);
    }
    return out.toString();
  }

  private static String circled(int c) {
    if (c == '0') {
      return "⓪";
    }
    return c > '0' && c <= '9' ? one('①' + c - '1') : one(c);
  }

  private static String swap(int c, String from, String to) {
    int at = from.indexOf(c);
    return at < 0 ? one(c) : one(to.charAt(at));
  }

  private static boolean isLetter(char c) {
    return Character.isLetter(c) && !Character.isSurrogate(c);
  }

  private static String one(int codePoint) {
    return Character.toString(codePoint);
  }
}
