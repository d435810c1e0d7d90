package io.smswarden.app.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.smswarden.app.config.WebhookSecret;
import io.smswarden.app.config.WebhookSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The receiver that is shipped to start from; left out where there is no Python. */
class PythonReceiverTest {

  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String OTHER = "whsec_c21zIHdhcmRlbiwgYSBzZWNvbmQgc2VjcmV0";
  private static final Path SCRIPT = Path.of("../../deploy/receiver.py");

  private Process process;
  private BufferedReader printed;
  private URI url;

  @BeforeEach
  void start() throws IOException {
    assumeTrue(
        Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
            .anyMatch(bin -> Files.isExecutable(Path.of(bin, "python3"))),
        "python3 is not installed");
    ProcessBuilder builder = new ProcessBuilder("python3", SCRIPT.toString(), "0");
    builder.environment().put("SECRET", SECRET);
    builder.environment().put("PYTHONIOENCODING", "utf-8");
    process = builder.redirectErrorStream(true).start();
    printed = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    String port = printed.readLine().replaceFirst("listening on port ", "");
    url = URI.create("http://127.0.0.1:" + port + "/in");
  }

  @AfterEach
  void stop() {
    if (process != null) {
      process.destroy();
    }
  }

  @Test
  void itTakesWhatIsSignedWithItsSecretAmongOthersAndShowsARepeatOnce() throws Exception {
    WebhookChannel channel = channel(InstantSource.system(), OTHER, SECRET);
    assertThat(channel.deliver(Alerts.outbound("m1"))).isEqualTo(new Outcome.Delivered());
    assertThat(channel.deliver(Alerts.outbound("m1"))).isEqualTo(new Outcome.Delivered());
    OutboundAlert next =
        OutboundAlert.of(Alerts.about("m2", "+8613800000002").setAdviceZh("请勿转账。").build());
    assertThat(channel.deliver(next)).isEqualTo(new Outcome.Delivered());

    assertThat(printed.readLine()).isEqualTo("to ...01: 请勿点击链接。");
    assertThat(printed.readLine()).isEqualTo("to ...02: 请勿转账。");
  }

  @Test
  void itRefusesAnotherSecretAndAnOldRequest() throws Exception {
    Outcome refused = new Outcome.TryLater("HTTP 401");
    assertThat(channel(InstantSource.system(), OTHER).deliver(Alerts.outbound("m1")))
        .isEqualTo(refused);
    assertThat(
            channel(InstantSource.fixed(Instant.now().minusSeconds(301)), SECRET)
                .deliver(Alerts.outbound("m1")))
        .isEqualTo(refused);
  }

  @Test
  void itsHeartIsWhatTheGuideShows() throws IOException {
    String script = Files.readString(SCRIPT, UTF_8);
    String guide = Files.readString(Path.of("../../deploy/delivery.md"), UTF_8);
    String shown = guide.substring(guide.indexOf("def verified"), guide.lastIndexOf("```"));
    assertThat(script).contains(shown);
  }

  private WebhookChannel channel(InstantSource clock, String... secrets) {
    return new WebhookChannel(
        new WebhookSettings(
            url, Stream.of(secrets).map(WebhookSecret::parse).toList(), Duration.ofSeconds(10)),
        clock);
  }
}
