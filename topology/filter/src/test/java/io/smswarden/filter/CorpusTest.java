package io.smswarden.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.smswarden.filter.evaluation.LabelledMessage;
import io.smswarden.filter.verdict.Category;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Holds what the labelled messages promise: enough of each kind, and a test part of its own. */
class CorpusTest {

  private static final int GRAM = 5;
  private static final double NEAR = 0.6;

  @Test
  void theTestPartHoldsEnoughOfEveryCategory() {
    List<LabelledMessage> test = Corpus.read("test");
    assertThat(Category.values())
        .allSatisfy(
            category ->
                assertThat(test)
                    .filteredOn(m -> m.source().equals("own"))
                    .filteredOn(m -> m.category().filter(category::equals).isPresent())
                    .as(category.name())
                    .hasSizeGreaterThanOrEqualTo(150));
    assertThat(test).filteredOn(m -> m.source().equals("smishing")).hasSizeGreaterThan(300);
    assertThat(test).filteredOn(m -> m.source().equals("hard-negative")).hasSizeGreaterThan(300);
  }

  @Test
  void noTestMessageIsNearlyOneOfAnotherSplitOrOfItsOwn() {
    Neighbours known = new Neighbours();
    Corpus.read("train").forEach(message -> known.add(letters(message.text())));
    Corpus.read("dev").forEach(message -> known.add(letters(message.text())));
    List<String> repeated = new ArrayList<>();
    for (LabelledMessage message : Corpus.read("test")) {
      String letters = letters(message.text());
      if (known.holdNearly(letters)) {
        repeated.add(message.text());
      }
      known.add(letters);
    }
    assertThat(repeated).isEmpty();
  }

  @Test
  void aMessageWithAnotherEndingIsNearlyTheSame() {
    Neighbours known = new Neighbours();
    known.add(letters("Your parcel is at the depot, collect it before six."));
    assertThat(known.holdNearly(letters("YOUR parcel is at the depot: collect it before ten!")))
        .isTrue();
    assertThat(known.holdNearly(letters("The depot closes at six, your parcel is still there.")))
        .isFalse();
  }

  private static String letters(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /**
   * Messages by their sequences of five letters and digits. Shorter ones are left out: everybody
   * writes the same "ok".
   */
  private static final class Neighbours {

    private final List<Integer> sizes = new ArrayList<>();
    private final Map<String, List<Integer>> byGram = new HashMap<>();

    void add(String letters) {
      Set<String> grams = grams(letters);
      for (String gram : grams) {
        byGram.computeIfAbsent(gram, g -> new ArrayList<>()).add(sizes.size());
      }
      sizes.add(grams.size());
    }

    /** Whether one has a Jaccard similarity above {@link #NEAR} with these letters. */
    boolean holdNearly(String letters) {
      Set<String> grams = grams(letters);
      Map<Integer, Integer> shared = new HashMap<>();
      for (String gram : grams) {
        byGram.getOrDefault(gram, List.of()).forEach(i -> shared.merge(i, 1, Integer::sum));
      }
      return shared.entrySet().stream()
          .anyMatch(
              entry -> {
                int common = entry.getValue();
                return common > NEAR * (grams.size() + sizes.get(entry.getKey()) - common);
              });
    }

    private static Set<String> grams(String letters) {
      Set<String> grams = new HashSet<>();
      for (int i = 0; i + GRAM <= letters.length(); i++) {
        grams.add(letters.substring(i, i + GRAM));
      }
      return grams;
    }
  }
}
