package io.smswarden.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "run",
        "deliver",
        "topics",
        "topics create",
        "topics check",
        "replay",
        "rules",
        "rules diff"
      })
  void everyCommandTellsHowItIsUsedAndItsExitCodes(String command) {
    assertThat(run((command + " --help").strip().split(" "))).isZero();
    assertThat(out.toString()).contains("Usage: smswarden", "Exit codes:", "cluster failed");
    assertThat(err.toString()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "run", "replay"})
  void everyCommandTellsTheVersion(String command) {
    assertThat(run((command + " --version").strip().split(" "))).isZero();
    assertThat(out.toString()).startsWith("smswarden ");
  }

  @Test
  void anUnknownOptionIsWrongUseAndTheRightOneIsNamed() {
    assertThat(run("run", "--confg=x")).isEqualTo(2);
    assertThat(err.toString()).contains("--confg").contains("--config").doesNotContain("\tat ");
  }

  @Test
  void anUnknownCommandIsWrongUseAndTheRightOneIsNamed() {
    assertThat(run("repaly")).isEqualTo(2);
    assertThat(err.toString()).contains("replay");
  }

  @Test
  void noCommandIsWrongUse() {
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString()).contains("--help");
  }

  @Test
  void aMissingFileIsOneLine() {
    assertThat(run("run", "--config", "nowhere.properties")).isEqualTo(2);
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .startsWith("smswarden: ")
        .contains("nowhere.properties");
  }

  @Test
  void checkPrintsWhatIsInForce(@TempDir Path dir) throws Exception {
    Path file = dir.resolve("smswarden.properties");
    Files.writeString(
        file,
        """
        smswarden.bootstrap-servers = a:1, b:2
        kafka.ssl.truststore.password = sesame
        """);
    assertThat(run("run", "--check", "--config", file.toString())).isZero();
    assertThat(out.toString())
        .contains("smswarden.bootstrap-servers=a:1, b:2  # " + file)
        .contains("smswarden.threads=2  # default")
        .doesNotContain("sesame");
  }

  @Test
  void aRateThatIsNoneIsWrongUse() {
    assertThat(run("replay", "--rate", "-1", "file")).isEqualTo(2);
    assertThat(err.toString()).contains("--rate");
  }

  @Test
  void aFileOfBothKindsIsWrongUse() {
    assertThat(run("replay", "--tsv", "--complaints", "file")).isEqualTo(2);
    assertThat(err.toString()).contains("--complaints");
  }

  private int run(String... args) {
    String[] given = args.length == 1 && args[0].isEmpty() ? new String[0] : args;
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), given);
  }
}
