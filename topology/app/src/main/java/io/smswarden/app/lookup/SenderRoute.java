package io.smswarden.app.lookup;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.smswarden.filter.SenderId;
import io.smswarden.streams.SenderLookup;
import io.smswarden.streams.SenderLookup.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.streams.state.HostInfo;

/**
 * Answers {@code GET /senders/{sender}} on any instance for any sender: what another instance has
 * is asked for there, once. Errors are problem documents (RFC 9457).
 */
public final class SenderRoute {

  /** The path; the sender is a canonical sender ID, with + written as %2B. */
  public static final String PATH = "/senders/{sender}";

  private static final String FORWARDED = "Smswarden-Forwarded";
  private static final Duration TIMEOUT = Duration.ofSeconds(2);
  private static final String RETRY_SECONDS = "1";

  private final Supplier<Optional<SenderLookup>> lookup;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

  /** A route to a lookup, which is there as soon as the pipeline is. */
  public SenderRoute(Supplier<Optional<SenderLookup>> lookup) {
    this.lookup = lookup;
  }

  /** Answers a request. */
  public void handle(Context ctx) {
    String sender = ctx.pathParam("sender");
    if (sender.isBlank()) {
      problem(ctx, HttpStatus.BAD_REQUEST, "the sender is blank");
      return;
    }
    Answer answer =
        lookup
            .get()
            .map(it -> it.find(new SenderId(sender)))
            .orElseGet(() -> new Answer.NotNow("the pipeline has not started"));
    if (answer instanceof Answer.Found found) {
      ctx.contentType("application/json").result(RecordJson.of(found.reputation()).toString());
    } else if (answer instanceof Answer.Unknown) {
      problem(ctx, HttpStatus.NOT_FOUND, "nothing was ever seen of this sender");
    } else if (answer instanceof Answer.NotNow notNow) {
      later(ctx, notNow.reason());
    } else if (ctx.header(FORWARDED) != null) {
      later(ctx, "partitions are being moved between instances");
    } else {
      forward(ctx, sender, ((Answer.Elsewhere) answer).instance());
    }
  }

  private void forward(Context ctx, String sender, HostInfo instance) {
    URI there =
        URI.create(
            "http://%s:%d/senders/%s"
                .formatted(
                    instance.host(),
                    instance.port(),
                    URLEncoder.encode(sender, StandardCharsets.UTF_8).replace("+", "%20")));
    try {
      HttpResponse<String> response =
          client.send(
              HttpRequest.newBuilder(there).timeout(TIMEOUT).header(FORWARDED, "1").build(),
              BodyHandlers.ofString());
      response.headers().firstValue("Retry-After").ifPresent(s -> ctx.header("Retry-After", s));
      ctx.status(response.statusCode())
          .contentType(response.headers().firstValue("Content-Type").orElse("application/json"))
          .result(response.body());
    } catch (IOException e) {
      later(ctx, "the instance that has this sender does not answer");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      later(ctx, "stopping");
    }
  }

  private static void later(Context ctx, String reason) {
    ctx.header("Retry-After", RETRY_SECONDS);
    problem(ctx, HttpStatus.SERVICE_UNAVAILABLE, reason);
  }

  private static void problem(Context ctx, HttpStatus status, String detail) {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "about:blank");
    problem.put("title", status.getMessage());
    problem.put("status", status.getCode());
    problem.put("detail", detail);
    ctx.status(status).json(problem).contentType("application/problem+json");
  }
}
