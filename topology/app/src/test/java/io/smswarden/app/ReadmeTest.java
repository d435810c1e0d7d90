package io.smswarden.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.smswarden.filter.verdict.Category;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the README says of the application is what the application says. */
class ReadmeTest {

  private static final Path ROOT = Path.of("../..");
  private static final Path README = ROOT.resolve("README.md");
  private static final Pattern EXAMPLE =
      Pattern.compile(
          "echo '(.*)' \\| java -jar \\S+ score\n.*?```json\n(.*?)```\n", Pattern.DOTALL);

  @Test
  void theTableOfCommandsIsThatOfTheHelp() throws IOException {
    StringWriter help = new StringWriter();
    Main.run(new PrintWriter(help), new PrintWriter(help), "--help");
    List<String> commands =
        found("(?m)^  ([a-z]+) ", help.toString().replaceFirst("(?s).*Commands:\n", "")).toList();

    assertThat(found("(?m)^\\| `([a-z]+)` \\|", readme())).containsExactlyElementsOf(commands);
  }

  @Test
  void theTablesOfCategoriesAreComplete() throws IOException {
    for (String part : readme().split("## 中文说明\n", -1)) {
      assertThat(found("`([A-Z_]+)`(?=[^|\n]*\\|)", part))
          .containsExactlyInAnyOrderElementsOf(
              Stream.of(Category.values()).map(Enum::name).toList());
    }
  }

  @Test
  void whatIsLinkedExists() throws IOException {
    assertThat(found("\\]\\((?!http|#)([^)]+)\\)", readme()))
        .isNotEmpty()
        .allSatisfy(link -> assertThat(ROOT.resolve(link)).exists());
  }

  @Test
  void theCommandThatRunsTheTestsIsThatOfTheContinuousIntegration() throws IOException {
    String ci = Files.readString(ROOT.resolve(".ci/run"), UTF_8);
    String command = found("(?m)^exec (.*)$", ci).findFirst().orElseThrow();

    assertThat(readme()).contains("\n    " + command + "\n");
  }

  @Test
  void theExampleIsWhatTheFilterSays() throws IOException {
    Matcher example = EXAMPLE.matcher(readme());
    assertThat(example.find()).as("the README has an example of score").isTrue();
    JsonNode verdict = score(example.group(1));
    if (Boolean.getBoolean("smswarden.golden.update")) {
      String readme =
          new StringBuilder(readme())
              .replace(example.start(2), example.end(2), aSignalALine(verdict))
              .toString();
      Files.writeString(README, readme, UTF_8);
      example = EXAMPLE.matcher(readme);
      assertThat(example.find()).isTrue();
    }

    JsonNode shown = new JsonMapper().readTree(example.group(2));
    String remedy = "if the change is meant, run this test with -Dsmswarden.golden.update=true";
    assertThat(withoutModel(shown)).as(remedy).isEqualTo(withoutModel(verdict));
    assertThat(shown.get("score").asDouble())
        .as(remedy)
        .isCloseTo(verdict.get("score").asDouble(), within(0.05));
  }

  /** What stays the same when the model is trained again. */
  private static List<JsonNode> withoutModel(JsonNode verdict) {
    List<JsonNode> stable =
        new ArrayList<>(List.of(verdict.get("action"), verdict.get("category")));
    verdict
        .get("signals")
        .forEach(
            signal -> {
              if (!signal.get("code").asText().equals("MODEL_TEXT")) {
                stable.add(signal);
              }
            });
    return stable;
  }

  private static String aSignalALine(JsonNode verdict) {
    return verdict
        .toString()
        .replaceFirst("^\\{", "{\n  ")
        .replace(",\"signals\":[", ",\n  \"signals\": [\n    ")
        .replace("},{", "},\n    {")
        .replace("}],", "}\n  ],\n  ")
        .replaceFirst("}$", "\n}\n");
  }

  private static JsonNode score(String text) throws IOException {
    StringWriter out = new StringWriter();
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream((text + "\n").getBytes(UTF_8)));
    try {
      Main.run(new PrintWriter(out), new PrintWriter(out), "score");
    } finally {
      System.setIn(before);
    }
    return new JsonMapper().readTree(out.toString());
  }

  private static String readme() throws IOException {
    return Files.readString(README, UTF_8);
  }

  private static Stream<String> found(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult match) -> match.group(1));
  }
}
