package io.smswarden.filter.signal;

import static org.assertj.core.api.Assertions.assertThat;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import io.smswarden.filter.text.MappedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PhraseTrieTest {

  private static final String ALPHABET = "ab 1你好微";

  private record Hit(int begin, int end, int slot) {}

  private static String text(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }

  private static SortedMap<String, Phrase[]> phrases(Random random, int count) {
    SortedMap<String, Phrase[]> phrases = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      String phrase = text(random, 1 + random.nextInt(5));
      phrases.put(phrase, new Phrase[] {new Phrase(phrase, true, new int[] {i})});
    }
    return phrases;
  }

  private static MappedText mapped(String text) {
    MappedText mapped = new MappedText();
    for (int i = 0; i < text.length(); i++) {
      mapped.append(text.charAt(i), i, i + 1);
    }
    return mapped;
  }

  private static List<Hit> found(
      SortedMap<String, Phrase[]> phrases, boolean withinWords, MappedText text) {
    List<Hit> hits = new ArrayList<>();
    new PhraseTrie<>(phrases, withinWords)
        .scan(
            text,
            new PhraseTrie.Found(),
            (b, e, found) -> hits.add(new Hit(b, e, found[0].slots()[0])));
    return hits;
  }

  /** What an automaton finds. */
  private static List<Hit> expected(
      SortedMap<String, Phrase[]> phrases, boolean withinWords, MappedText text) {
    AhoCorasickDoubleArrayTrie<Phrase[]> automaton = new AhoCorasickDoubleArrayTrie<>();
    automaton.build(phrases);
    List<Hit> hits = new ArrayList<>();
    automaton.parseText(
        text,
        (int begin, int end, Phrase[] found) -> {
          if (withinWords || found[0].fits(text, begin, end)) {
            hits.add(new Hit(begin, end, found[0].slots()[0]));
          }
        });
    return hits;
  }

  @Test
  void findsWhatAnAutomatonFindsInTheSameOrder() {
    Random random = new Random(1);
    for (int round = 0; round < 500; round++) {
      SortedMap<String, Phrase[]> phrases = phrases(random, 1 + random.nextInt(60));
      MappedText text = mapped(text(random, random.nextInt(200)));
      boolean withinWords = random.nextBoolean();
      assertThat(found(phrases, withinWords, text)).isEqualTo(expected(phrases, withinWords, text));
    }
  }

  @Test
  void findsNothingWithoutPhrases() {
    assertThat(found(new TreeMap<>(), false, mapped("你好 ab"))).isEmpty();
  }
}
