package io.smswarden.app.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smswarden.app.Main;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code run} with the shipped configuration, as a process of its own. */
final class RunningApplication implements AutoCloseable {

  private static final Pattern LISTENING = Pattern.compile("listening for /metrics.*port=(\\d+)");

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process process;
  private final Path log;

  private RunningApplication(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts it.
   *
   * @param dir for its stores and its log
   * @param environment goes over the shipped configuration
   */
  static RunningApplication start(Path dir, Map<String, String> environment) throws IOException {
    Path log = dir.resolve("run.log");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "run",
            "--config",
            DeployDirectory.path("smswarden.properties").toString());
    builder.environment().putAll(environment);
    builder.environment().put("SMSWARDEN_STATE_DIR", dir.resolve("state").toString());
    builder.environment().put("SMSWARDEN_HTTP_PORT", "0");
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    return new RunningApplication(process, log);
  }

  /** Waits until messages are judged. */
  void awaitReady() {
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(200))
        .untilAsserted(
            () -> {
              assertThat(process.isAlive()).as(() -> log()).isTrue();
              assertThat(get("/health/ready").statusCode()).as(() -> log()).isEqualTo(200);
            });
  }

  String metrics() throws IOException, InterruptedException {
    return get("/metrics").body();
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    Matcher listening = LISTENING.matcher(log());
    assertThat(listening.find()).as(() -> log()).isTrue();
    URI uri = URI.create("http://127.0.0.1:" + listening.group(1) + path);
    return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }

  private String log() {
    try {
      return Files.readString(log, UTF_8);
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Override
  public void close() {
    process.destroy();
    if (process.onExit().completeOnTimeout(process, 1, TimeUnit.MINUTES).join().isAlive()) {
      process.destroyForcibly();
    }
  }
}
