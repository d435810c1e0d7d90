package io.smswarden.app.demo;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smswarden.app.Main;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A demo in a JVM of its own, which can be killed. */
final class DemoProcess {

  private static final long LONGEST_MINUTES = 4;

  private final Process process;
  private final Path said;

  private DemoProcess(Process process, Path said) {
    this.process = process;
    this.said = said;
  }

  /** Starts a demo; what it tells of its progress goes to a file. */
  static DemoProcess start(Path said, String... options) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "demo",
                "--language",
                "en",
                "--json"));
    command.addAll(List.of(options));
    Process process = new ProcessBuilder(command).redirectError(said.toFile()).start();
    return new DemoProcess(process, said);
  }

  /** Waits for a line of its progress. */
  void awaitLine(Predicate<String> line) {
    await(said.toString())
        .atMost(Duration.ofMinutes(LONGEST_MINUTES))
        .until(() -> Files.readAllLines(said).stream().anyMatch(line));
  }

  /** Waits for a line that has this, and gives the pattern's first group. */
  String awaitMatch(Pattern pattern) {
    return await(said.toString())
        .atMost(Duration.ofMinutes(LONGEST_MINUTES))
        .until(
            () -> pattern.matcher(Files.readString(said)).results().findFirst(),
            Optional::isPresent)
        .orElseThrow()
        .group(1);
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Waits for its end. */
  Result result() throws IOException, InterruptedException {
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("it did not end; it said:\n" + Files.readString(said));
    }
    return new Result(
        process.exitValue(), new ObjectMapper().readTree(answer), Files.readString(said));
  }

  /** How it ended. */
  record Result(int exitCode, JsonNode json, String said) {}
}
