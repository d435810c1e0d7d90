package io.smswarden.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsTest {

  private static final Path SCRIPTS = Path.of("src/main/resources/io/smswarden/console/web/js");
  private static final Pattern KEY = Pattern.compile("^  '([^']+)':", Pattern.MULTILINE);
  private static final Pattern USE = Pattern.compile("\\bt\\('([^']+)'");
  private static final Pattern MARKUP =
      Pattern.compile("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\(");

  private static Set<String> found(Pattern pattern, Path file) {
    try {
      return pattern
          .matcher(Files.readString(file))
          .results()
          .map((MatchResult match) -> match.groupCount() == 0 ? match.group() : match.group(1))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> inAll(Pattern pattern) throws IOException {
    try (Stream<Path> files = Files.walk(SCRIPTS)) {
      return files
          .filter(file -> file.toString().endsWith(".js"))
          .flatMap(file -> found(pattern, file).stream())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @Test
  void bothLanguagesHaveTheSameWords() {
    Set<String> chinese = found(KEY, SCRIPTS.resolve("words/zh.js"));
    // English names of places come with the data.
    chinese.removeIf(key -> key.startsWith("place."));
    assertThat(chinese)
        .isEqualTo(found(KEY, SCRIPTS.resolve("words/en.js")))
        .hasSizeGreaterThan(300);
  }

  @Test
  void thePagesUseNoWordThatIsMissing() throws IOException {
    assertThat(found(KEY, SCRIPTS.resolve("words/en.js"))).containsAll(inAll(USE));
  }

  @Test
  void noDataBecomesMarkup() throws IOException {
    assertThat(inAll(MARKUP)).isEmpty();
  }
}
