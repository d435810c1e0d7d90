package io.smswarden.filter.evaluation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Says a message in other words: names of banks, couriers and relatives, things, acts and times are
 * swapped for their like, as the classes of {@code paraphrases.txt} have them. What a filter learns
 * of one it learns of the others.
 */
public final class Paraphrase {

  private static final String RESOURCE = "/io/smswarden/filter/paraphrases.txt";
  private static final double SHARE = 0.7;

  private final Map<String, List<List<String>>> classesOf = new HashMap<>();
  private final Pattern anyWord;

  private Paraphrase(List<String> lines) {
    for (String line : lines) {
      if (!line.isBlank() && !line.startsWith("#")) {
        List<String> words = List.of(line.toLowerCase(Locale.ROOT).split("\\|"));
        for (String word : words) {
          classesOf.computeIfAbsent(word, w -> new ArrayList<>()).add(words);
        }
      }
    }
    anyWord =
        Pattern.compile(
            classesOf.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(w -> w))
                .map(Paraphrase::pattern)
                .collect(Collectors.joining("|")),
            Pattern.CASE_INSENSITIVE);
  }

  /** The paraphrases of the program's own list. */
  public static Paraphrase standard() {
    try (InputStream in = Paraphrase.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its resource " + RESOURCE);
      }
      return new Paraphrase(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The message in other words, or as it is; the same text and seed give the same. */
  public String rewrite(String text, long seed) {
    Random random = new Random(seed * 31 + text.hashCode());
    return anyWord.matcher(text).replaceAll(found -> Matcher.quoteReplacement(swap(found, random)));
  }

  private String swap(MatchResult found, Random random) {
    String word = found.group();
    if (random.nextDouble() >= SHARE) {
      return word;
    }
    List<List<String>> classes = classesOf.get(word.toLowerCase(Locale.ROOT));
    List<String> like = classes.get(random.nextInt(classes.size()));
    return written(like.get(random.nextInt(like.size())), word);
  }

  /** A word with the capitals of another. */
  private static String written(String word, String like) {
    if (!Character.isUpperCase(like.charAt(0))) {
      return word;
    }
    boolean shouted = like.length() > 1 && like.equals(like.toUpperCase(Locale.ROOT));
    return shouted
        ? word.toUpperCase(Locale.ROOT)
        : Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  private static String pattern(String word) {
    String quoted = Pattern.quote(word);
    boolean latin = word.charAt(0) < 0x80;
    return latin ? "(?<![A-Za-z0-9])" + quoted + "(?![A-Za-z0-9])" : quoted;
  }
}
