package io.smswarden.app.traffic;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Says the same in other words, as mass senders do so that no two messages are equal: words with
 * others of their meaning, another opening, another ending.
 */
final class Rewording {

  private static final int PERCENT_OF_WORDS = 30;
  private static final int PERCENT_OPENED = 20;
  private static final int PERCENT_ENDED = 30;
  private static final int LONGEST_SIGNATURE = 16;

  private final List<List<String>> words;
  private final List<String> openings;
  private final List<String> endings;

  private Rewording(List<List<String>> words, List<String> openings, List<String> endings) {
    this.words = List.copyOf(words);
    this.openings = List.copyOf(openings);
    this.endings = List.copyOf(endings);
  }

  /** The rewordings of a language, from rewordings.yaml. */
  static Rewording in(String language) {
    Map<?, ?> given = (Map<?, ?>) Resources.rewordings().get(language);
    return new Rewording(
        ((List<?>) given.get("words")).stream().map(Resources::texts).toList(),
        Resources.texts(given.get("openings")),
        Resources.texts(given.get("endings")));
  }

  String of(String text, SplittableRandom random) {
    String reworded = text;
    for (List<String> alike : words) {
      // Drawn whether or not the word occurs: the same draws whatever the text.
      boolean other = random.nextInt(100) < PERCENT_OF_WORDS;
      String word = alike.get(random.nextInt(1, alike.size()));
      if (other) {
        reworded = reworded.replace(alike.get(0), word);
      }
    }
    String opening = some(openings, PERCENT_OPENED, random);
    String ending = some(endings, PERCENT_ENDED, random);
    int behindSignature = behindSignature(reworded);
    String whole =
        reworded.substring(0, behindSignature) + opening + reworded.substring(behindSignature);
    // What ends in a link is left so: a link goes on up to the next blank.
    return ending.isEmpty() ? whole : whole + (endsInText(whole) ? "" : " ") + ending;
  }

  private static String some(List<String> texts, int percent, SplittableRandom random) {
    String one = texts.get(random.nextInt(texts.size()));
    return random.nextInt(100) < percent ? one : "";
  }

  private static int behindSignature(String text) {
    int end =
        text.startsWith("【") ? text.indexOf('】') : text.startsWith("[") ? text.indexOf(']') : -1;
    return end > 0 && end <= LONGEST_SIGNATURE ? end + 1 : 0;
  }

  private static boolean endsInText(String text) {
    return text.charAt(text.length() - 1) > 0x7F;
  }
}
