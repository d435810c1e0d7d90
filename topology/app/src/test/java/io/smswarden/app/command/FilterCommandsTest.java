package io.smswarden.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smswarden.app.exit.UserError;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class FilterCommandsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String LABELLED =
      """
      spam\tours:LOAN_AD\t无抵押信用贷款，当天放款，最高50万，详询13900000000
      spam\tours\t澳门葡京真人荷官，首存送彩金88元，开户 http://abc123.vip
      ham\ttheirs\t妈，晚上不回家吃饭了
      ham\tours\t会议改到下午三点，地点不变
      """;

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(Object command, String... arguments) {
    return new CommandLine(command)
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .setExecutionExceptionHandler(
            (error, line, parsed) -> {
              if (error instanceof UserError known) {
                line.getErr().println(known.getMessage());
                return known.exitCode().code();
              }
              throw error;
            })
        .execute(arguments);
  }

  private int score(byte[] input, String... arguments) {
    return run(new ScoreCommand(new ByteArrayInputStream(input)), arguments);
  }

  private int score(String input, String... arguments) {
    return score(input.getBytes(StandardCharsets.UTF_8), arguments);
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private static Set<String> names(JsonNode node) {
    Set<String> names = new TreeSet<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void scoreAnswersEachLineInOrder() throws IOException {
    assertThat(score("妈，晚上不回家\n\n您的欠款今天不还就群发通讯录\r\n最后一行没有换行")).isZero();
    List<String> lines = out.toString().lines().toList();
    assertThat(lines).hasSize(4);
    JsonNode threat = JSON.readTree(lines.get(2));
    assertThat(names(threat)).contains("score", "action", "category", "signals", "versions");
    assertThat(threat.get("action").asText()).isNotEqualTo("ALLOW");
    JsonNode signal = threat.get("signals").get(0);
    assertThat(names(signal)).contains("code", "weight", "start", "end", "reason");
    assertThat(signal.get("end").asInt()).isLessThanOrEqualTo("您的欠款今天不还就群发通讯录".length());
  }

  @Test
  void scoreAnswersLinesThatAreNoText() throws IOException {
    byte[] input = {
      (byte) 0xFF, (byte) 0xC0, '\n', 0, 1, '\t', '\n', (byte) 0xED, (byte) 0xA0, '\n'
    };
    assertThat(score(input)).isZero();
    List<String> lines = out.toString().lines().toList();
    assertThat(lines).hasSize(3);
    for (String line : lines) {
      assertThat(JSON.readTree(line).get("score").isNumber()).isTrue();
    }
  }

  @Test
  void scoreReadsTheSenderFromTsv() throws IOException {
    assertThat(
            score("+8613900000001\t+8613900000002\t1760000000000\t【招商银行】您的账户异常，请登录\ta\n", "--tsv"))
        .isZero();
    assertThat(out.toString()).contains("UNREGISTERED_INSTITUTION");
    assertThat(score("too\tfew\n", "--tsv")).isEqualTo(2);
    assertThat(err.toString()).contains("standard input:1: expected sender<TAB>");
  }

  @Test
  void evaluateSumsFilesAndTellsThemBySource() throws IOException {
    Path plain = file("a.tsv", LABELLED);
    Path packed = folder.resolve("b.tsv.gz");
    try (GZIPOutputStream gzip = new GZIPOutputStream(Files.newOutputStream(packed))) {
      gzip.write(LABELLED.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(run(new EvaluateCommand(), "--json", plain.toString(), packed.toString())).isZero();
    JsonNode figures = JSON.readTree(out.toString());
    assertThat(names(figures))
        .containsExactlyInAnyOrder(
            "messages",
            "spam",
            "ham",
            "precision",
            "recall",
            "f1",
            "roc_auc",
            "average_precision",
            "recall_at_fpr_0.1%",
            "recall_at_fpr_0.5%",
            "expected_calibration_error",
            "threshold",
            "by_source",
            "macro_f1",
            "by_category");
    assertThat(figures.get("messages").asInt()).isEqualTo(8);
    assertThat(figures.get("recall").asDouble()).isEqualTo(1.0);
    assertThat(figures.get("by_source").findValuesAsText("source"))
        .containsExactly("ours", "theirs");
    assertThat(figures.get("by_source").get(1).get("roc_auc").isNull()).isTrue();
  }

  @Test
  void evaluatePrintsATableForPeople() throws IOException {
    assertThat(run(new EvaluateCommand(), file("a.tsv", LABELLED).toString())).isZero();
    assertThat(out.toString().lines().map(line -> line.replaceFirst(" .*", "")))
        .containsSubsequence("source", "ours", "theirs", "all");
  }

  @Test
  void evaluateNamesTheLineThatIsNotLabelled() throws IOException {
    Path file = file("a.tsv", LABELLED + "junk\tours\ttext\n");
    assertThat(run(new EvaluateCommand(), file.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("a.tsv:5: the label is neither spam nor ham");
  }

  @Test
  void aMissingFileIsOneClearLine() {
    assertThat(run(new EvaluateCommand(), folder.resolve("none").toString())).isEqualTo(2);
    assertThat(err.toString()).startsWith("no such file: ").hasLineCount(1);
    assertThat(run(new EvaluateCommand())).isEqualTo(2);
  }

  @Test
  void trainWritesTheSameModelForTheSameSeed() throws IOException {
    Path file = file("a.tsv", LABELLED);
    Path first = folder.resolve("1.bin");
    Path second = folder.resolve("2.bin");
    assertThat(run(new TrainCommand(), "--output", first.toString(), file.toString())).isZero();
    assertThat(
            run(new TrainCommand(), "--output", second.toString(), "--seed", "1", file.toString()))
        .isZero();
    assertThat(second).hasSameBinaryContentAs(first);
    assertThat(Files.size(first)).isLessThan(8 << 20);
  }

  @Test
  void trainNeedsBothLabels() throws IOException {
    Path file = file("a.tsv", "spam\ta\tb\n");
    Path output = folder.resolve("1.bin");
    assertThat(run(new TrainCommand(), "--output", output.toString(), file.toString()))
        .isEqualTo(2);
    assertThat(err.toString()).contains("both spam and ham");
    assertThat(output).doesNotExist();
  }
}
