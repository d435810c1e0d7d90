package io.smswarden.app.command.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.smswarden.app.exit.ErrorLines;
import io.smswarden.app.exit.UseLines;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RulesCommandTest {

  private static final String SHIPPED = "../../deploy/rules/example.yaml";

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int rules(String... arguments) {
    return new CommandLine(new RulesCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .setParameterExceptionHandler(new UseLines())
        .setExecutionExceptionHandler(new ErrorLines(() -> true))
        .execute(arguments);
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  private static String rule(String code, String effect, String text, String examples) {
    return "  - {code: %s, category: FRAUD, %s, zh: 一, en: one, when: {text: %s}, examples: {%s}}\n"
        .formatted(code, effect, text, examples);
  }

  @Test
  void theShippedRulesPassTheCheckAndTheirExamples() {
    assertThat(rules("check", SHIPPED)).isZero();
    assertThat(rules("test", SHIPPED)).isZero();

    assertThat(out.toString())
        .contains(
            "example.yaml: starter-1-", "7 rules (2 with an action, 1 shadow), 5 list entries")
        .contains("18 of 18 examples passed");
  }

  @Test
  void aFaultIsToldWithFileLineAndColumn() throws IOException {
    String file = file("bad.yaml", "version: v\nrules:\n" + rule("A_RULE", "wieght: 1", "a", ""));

    assertThat(rules("check", file)).isEqualTo(2);

    assertThat(err.toString())
        .contains("smswarden: " + file + ":3:37: no such key: wieght; did you mean weight?")
        .contains(file + ":3:5: a rule has either a weight or an action");
  }

  @Test
  void aMissingFileIsWrongUse() {
    assertThat(rules("check", "nowhere.yaml")).isEqualTo(2);
    assertThat(err.toString()).startsWith("smswarden: no such file: nowhere.yaml");
  }

  @Test
  void anExampleThatFailsIsNamedWithoutItsText() throws IOException {
    String file =
        file(
            "rules.yaml",
            "version: v\nrules:\n"
                + rule("A_RULE", "weight: 1", "alpha", "match: [alpha, beta secret]")
                + rule("B_RULE", "action: BLOCK", "beta", "miss: [beta secret]"));

    assertThat(rules("test", file)).isEqualTo(1);

    assertThat(out.toString())
        .contains("A_RULE, examples, match 2: it did not fire; what fired: B_RULE")
        .contains("B_RULE, examples, miss 1: it fired; what fired: B_RULE")
        .contains("(BLOCK, FRAUD, score ")
        .contains("1 of 3 examples passed")
        .doesNotContain("secret");
  }

  private String labelled() throws IOException {
    return file(
        "labelled.tsv",
        """
        spam\tours\talpha 大奖 您已中奖
        spam\tours\talpha meet me at noon
        ham\ttheirs\talpha see you at home
        ham\ttheirs\tmum, I am at home
        """);
  }

  @Test
  void theDifferenceIsShownWithWhomItHits() throws Exception {
    String fresh =
        file(
            "new.yaml",
            "version: new\nrules:\n"
                + rule("STOP_ALPHA", "action: BLOCK", "alpha", "")
                + rule("ON_TRIAL", "weight: 3, shadow: true", "home", "")
                + rule("NEVER_SEEN", "weight: 3", "omega", ""));

    assertThat(rules("diff", "-", fresh, "--input", labelled())).isZero();
    String printed = out.toString();

    assertThat(printed)
        .containsPattern("BLOCK +0 +3 \\(2 spam, 1 ham\\)")
        .containsPattern("precision +.* 0.6667 \\(2 of 3\\)")
        .containsPattern("recall +.* 1.0000 \\(2 of 2\\)")
        .containsPattern("STOP_ALPHA +force +3 \\(2 spam, 1 ham\\) +ours 2, theirs 1")
        .containsPattern("ON_TRIAL +shadow +2 \\(0 spam, 2 ham\\) +theirs 2")
        .contains("1 of 3 rules hit nothing")
        .containsPattern("ALLOW > BLOCK +FRAUD +ham, theirs .*STOP_ALPHA")
        .contains("characters; --show-text shows them")
        .doesNotContain("see you");
  }

  @Test
  void theDifferenceIsOneObjectForTools() throws Exception {
    String fresh =
        file(
            "new.yaml",
            "version: new\nrules:\n" + rule("STOP_ALPHA", "action: BLOCK", "alpha", ""));

    assertThat(
            rules("diff", "", fresh, "--input", labelled(), "--json", "--show-text", "--samples=9"))
        .isZero();
    JsonNode diff = new JsonMapper().readTree(out.toString());

    assertThat(diff.at("/messages/total").asInt()).isEqualTo(4);
    assertThat(diff.at("/before/rules").asText()).isEmpty();
    assertThat(diff.at("/after/rules").asText()).startsWith("new-");
    assertThat(diff.at("/after/actions/BLOCK/spam").asInt()).isEqualTo(2);
    assertThat(diff.at("/after/recall").asDouble()).isEqualTo(1.0);
    assertThat(diff.at("/newly_flagged/ham").asInt()).isEqualTo(1);
    assertThat(diff.at("/rules/0/hits/total").asInt()).isEqualTo(3);
    assertThat(diff.at("/rules/0/top/0/group").asText()).isEqualTo("ours");
    assertThat(diff.at("/samples").toString()).contains("see you at home");
  }

  @Test
  void trafficIsComparedBySenderWhoseNumberIsMasked() throws Exception {
    String traffic =
        file(
            "traffic.tsv",
            """
            13900000009\t13800000001\t1772458200000\thello
            +8613900000009\t13800000001\t1772430000000\thello
            95588\t13800000001\t1772430000000\thello
            """);
    String fresh =
        file(
            "new.yaml",
            "version: new\nzone: Asia/Shanghai\nrules: [{code: AT_NIGHT, category: FRAUD, action: WARN, zh: 夜, en: night, when: {time: {from: '21:00', to: '08:00'}, sender: {form: mobile}}}]\n");

    assertThat(rules("diff", "-", fresh, "--input", traffic, "--tsv")).isZero();

    assertThat(out.toString())
        .containsPattern("WARN +0 +1\\R")
        .containsPattern("precision +not known +not known")
        .containsPattern("AT_NIGHT +force +1 +\\+861390\\*+ 1")
        .doesNotContain("13900000009");
  }

  @Test
  void anAuthorIsNeededToPublish() {
    assertThat(rules("publish", SHIPPED, "--bootstrap-servers", "127.0.0.1:1")).isEqualTo(2);
    assertThat(err.toString()).contains("--author");
  }

  @Test
  void whatFailsItsExamplesIsNotPublished() throws IOException {
    String file =
        file("rules.yaml", "version: v\nrules:\n" + rule("A_RULE", "weight: 1", "a", "miss: [a]"));

    assertThat(rules("publish", file, "--author", "me", "--bootstrap-servers", "127.0.0.1:1"))
        .isEqualTo(1);
    assertThat(out.toString()).contains("A_RULE, examples, miss 1", "not published: 1 examples");
  }
}
