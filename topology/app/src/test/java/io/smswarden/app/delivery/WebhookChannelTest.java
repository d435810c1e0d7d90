package io.smswarden.app.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.smswarden.app.config.WebhookSecret;
import io.smswarden.app.config.WebhookSettings;
import io.smswarden.app.delivery.Receiver.Answer;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a real HTTP server. */
class WebhookChannelTest {

  private static final Instant NOW = Instant.parse("2026-03-02T12:00:05.900Z");
  private static final WebhookSecret SECRET =
      WebhookSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

  private Receiver receiver;

  @BeforeEach
  void start() throws IOException {
    receiver = new Receiver();
  }

  @AfterEach
  void stop() {
    receiver.close();
  }

  @Test
  void anAlertIsPostedWithASignatureThatCoversItsBytes() throws Exception {
    assertThat(deliver()).isEqualTo(new Outcome.Delivered());

    Receiver.Post post = receiver.posts().get(0);
    assertThat(post.id()).isEqualTo(Alerts.outbound("m1").id());
    assertThat(post.timestamp()).isEqualTo(NOW.getEpochSecond());
    assertThat(post.signature())
        .isEqualTo(
            new WebhookSignature(List.of(SECRET)).of(post.id(), NOW, post.body().getBytes(UTF_8)));
    assertThat(post.headers().get("Content-type")).containsExactly("application/json");
    assertThat(post.messageId()).isEqualTo("m1");
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 202, 204})
  void successIsSuccess(int status) throws Exception {
    receiver.answering(post -> Answer.of(status));
    assertThat(deliver()).isEqualTo(new Outcome.Delivered());
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 410, 413, 415, 422})
  void whatIsTheAlertsFaultIsNotTriedAgain(int status) throws Exception {
    receiver.answering(post -> Answer.of(status));
    assertThat(deliver()).isEqualTo(new Outcome.Never("HTTP " + status));
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404, 408, 429, 500, 502, 503, 504})
  void whatIsTheReceiversFaultIsTriedLater(int status) throws Exception {
    receiver.answering(post -> Answer.of(status));
    assertThat(deliver()).isEqualTo(new Outcome.TryLater("HTTP " + status));
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void theReceiverMaySayWhen(int status) throws Exception {
    receiver.answering(post -> new Answer(status, Map.of("Retry-After", "45")));
    assertThat(deliver())
        .isEqualTo(new Outcome.TryLater("HTTP " + status, Optional.of(Duration.ofSeconds(45))));
  }

  @Test
  void aRedirectIsNotFollowed() throws Exception {
    receiver.answering(post -> new Answer(307, Map.of("Location", receiver.url() + "/elsewhere")));
    assertThat(deliver()).isEqualTo(new Outcome.TryLater("HTTP 307"));
    assertThat(receiver.posts()).hasSize(1);
  }

  @Test
  void aReceiverThatHangsIsGivenUpInTime() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    receiver.answering(
        post -> {
          never.await();
          return Answer.of(204);
        });
    assertThat(deliver(receiver.url(), Duration.ofMillis(300)))
        .isEqualTo(new Outcome.TryLater("no answer within 300 ms"));
    never.countDown();
  }

  @Test
  void nobodyThereIsTriedLater() throws Exception {
    int nobody;
    try (ServerSocket socket = new ServerSocket(0)) {
      nobody = socket.getLocalPort();
    }
    assertThat(deliver(URI.create("http://127.0.0.1:" + nobody), Duration.ofSeconds(10)))
        .isEqualTo(new Outcome.TryLater("ConnectException"));
  }

  private Outcome deliver() throws InterruptedException {
    return deliver(receiver.url(), Duration.ofSeconds(10));
  }

  private static Outcome deliver(URI url, Duration timeout) throws InterruptedException {
    return new WebhookChannel(
            new WebhookSettings(url, List.of(SECRET), timeout), InstantSource.fixed(NOW))
        .deliver(Alerts.outbound("m1"));
  }
}
