package io.smswarden.app.traffic;

import java.util.Map;
import java.util.SplittableRandom;

/**
 * How a campaign hides its words from filters that look for them; links and numbers stay usable.
 */
enum Disguise {
  NONE {
    @Override
    String hide(String text, SplittableRandom random) {
      return text;
    }
  },

  /** Blanks between the characters of a passage. */
  SPACED {
    @Override
    String hide(String text, SplittableRandom random) {
      return between(text, " ", random);
    }
  },

  /** The same with characters that nobody sees. */
  INVISIBLE {
    @Override
    String hide(String text, SplittableRandom random) {
      return between(text, random.nextBoolean() ? "\u200B" : "\u2060", random);
    }
  },

  /** The same with marks that the eye skips. */
  DOTTED {
    @Override
    String hide(String text, SplittableRandom random) {
      return between(text, random.nextBoolean() ? "·" : "、", random);
    }
  },

  /** Characters that look or sound alike. */
  LOOK_ALIKE {
    @Override
    String hide(String text, SplittableRandom random) {
      StringBuilder hidden = new StringBuilder(text.length());
      text.codePoints()
          .mapToObj(Character::toString)
          .forEach(
              character ->
                  hidden.append(
                      random.nextInt(100) < PERCENT_OF_CHARACTERS
                          ? ALIKE.getOrDefault(character, character)
                          : character));
      return hidden.toString();
    }
  },

  /** Letters without meaning at the end, so that no two messages are equal. */
  NOISY {
    @Override
    String hide(String text, SplittableRandom random) {
      StringBuilder noise = new StringBuilder(text).append(' ');
      random
          .ints(random.nextInt(4, 9), 0, NOISE.length())
          .forEach(letter -> noise.append(NOISE.charAt(letter)));
      return noise.toString();
    }
  };

  private static final int PERCENT_OF_MESSAGES = 70;
  private static final int PERCENT_OF_CHARACTERS = 60;
  private static final int SHORTEST_PASSAGE = 4;
  private static final int LONGEST_PASSAGE = 12;
  private static final String NOISE = "abcdefghkmnpqrstuvwxyz0123456789";
  private static final Map<String, String> ALIKE =
      Map.ofEntries(
          Map.entry("微", "薇"),
          Map.entry("信", "伩"),
          Map.entry("加", "伽"),
          Map.entry("钱", "銭"),
          Map.entry("贷", "貸"),
          Map.entry("银", "銀"),
          Map.entry("点", "點"),
          Map.entry("账", "帐"),
          Map.entry("卡", "咔"),
          Map.entry("元", "圆"),
          Map.entry("退", "蹆"),
          Map.entry("领", "領"),
          Map.entry("彩", "采"),
          Map.entry("额", "額"),
          Map.entry("证", "証"),
          Map.entry("款", "欵"));

  abstract String hide(String text, SplittableRandom random);

  /** Most messages of a campaign are disguised, never all. */
  String on(String text, SplittableRandom random) {
    return random.nextInt(100) < PERCENT_OF_MESSAGES ? hide(text, random) : text;
  }

  /** Half of all campaigns need none. */
  static Disguise any(SplittableRandom random) {
    return random.nextBoolean() ? NONE : values()[random.nextInt(1, values().length)];
  }

  /** Something between the Chinese characters of a passage; others are left, for links' sake. */
  private static String between(String text, String mark, SplittableRandom random) {
    int length = random.nextInt(SHORTEST_PASSAGE, LONGEST_PASSAGE);
    int from = random.nextInt(Math.max(1, text.length() - length));
    StringBuilder hidden = new StringBuilder(text.length() + length);
    for (int i = 0; i < text.length(); i++) {
      hidden.append(text.charAt(i));
      boolean inside = i >= from && i < Math.min(from + length, text.length() - 1);
      if (inside && chinese(text.charAt(i)) && chinese(text.charAt(i + 1))) {
        hidden.append(mark);
      }
    }
    return hidden.toString();
  }

  private static boolean chinese(char unit) {
    return Character.UnicodeScript.of(unit) == Character.UnicodeScript.HAN;
  }
}
