package io.smswarden.app.delivery;

import io.smswarden.app.config.WebhookSettings;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Posts alerts to a receiver that hands them on, signed by {@link WebhookSignature}. Follows no
 * redirect: a number goes where the operator said, and nowhere else.
 */
final class WebhookChannel implements AlertChannel {

  /**
   * Answers that say something of the receiver rather than of the alert: a wrong key or path, a
   * proxy, too much at once. Whoever runs it can mend that while the alert waits.
   */
  private static final Set<Integer> OF_THE_RECEIVER =
      Set.of(401, 402, 403, 404, 405, 407, 408, 421, 423, 425, 429);

  private final WebhookSettings settings;
  private final WebhookSignature signature;
  private final InstantSource clock;
  private final HttpClient client;

  WebhookChannel(WebhookSettings settings, InstantSource clock) {
    this.settings = settings;
    this.signature = new WebhookSignature(settings.secrets());
    this.clock = clock;
    this.client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(settings.timeout())
            .build();
  }

  @Override
  public String name() {
    return "webhook";
  }

  @Override
  public Outcome deliver(OutboundAlert alert) throws InterruptedException {
    // A request's own timeout ends with the answer's head; this one holds for the whole of it.
    CompletableFuture<HttpResponse<Void>> answer =
        client.sendAsync(request(alert), BodyHandlers.discarding());
    try {
      return outcome(answer.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return new Outcome.TryLater(
          "no answer within %d ms".formatted(settings.timeout().toMillis()));
    } catch (ExecutionException e) {
      return new Outcome.TryLater(e.getCause().getClass().getSimpleName());
    } finally {
      answer.cancel(true);
    }
  }

  private HttpRequest request(OutboundAlert alert) {
    byte[] body = AlertBody.of(alert.alert());
    Instant now = clock.instant();
    return HttpRequest.newBuilder(settings.url())
        .header("content-type", "application/json")
        .header("user-agent", "smswarden")
        .header("webhook-id", alert.id())
        .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
        .header("webhook-signature", signature.of(alert.id(), now, body))
        .POST(BodyPublishers.ofByteArray(body))
        .build();
  }

  private Outcome outcome(HttpResponse<Void> answer) {
    int status = answer.statusCode();
    String reason = "HTTP " + status;
    if (status >= 200 && status < 300) {
      return new Outcome.Delivered();
    }
    if (status >= 400 && status < 500 && !OF_THE_RECEIVER.contains(status)) {
      return new Outcome.Never(reason);
    }
    return new Outcome.TryLater(
        reason,
        answer
            .headers()
            .firstValue("retry-after")
            .filter(header -> status == 429 || status == 503)
            .flatMap(header -> RetryAfter.parse(header, clock.instant())));
  }
}
