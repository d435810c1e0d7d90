package io.smswarden.console.http;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.smswarden.streams.StateNotReadyException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes problem documents (RFC 9457). */
final class Problems {

  private static final String CONTENT_TYPE = "application/problem+json";

  private Problems() {}

  /** State that is being moved or restored: it can be asked again at once. */
  static void write(StateNotReadyException notReady, Context ctx) {
    write(
        ProblemException.later(
            HttpStatus.SERVICE_UNAVAILABLE, notReady.getMessage(), Duration.ofSeconds(1)),
        ctx);
  }

  /** What the server itself refuses, such as a body that is too large. */
  static void write(HttpResponseException refused, Context ctx) {
    write(
        ProblemException.of(HttpStatus.forStatus(refused.getStatus()), refused.getMessage()), ctx);
  }

  static void write(ProblemException problem, Context ctx) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("type", "about:blank");
    document.put("title", problem.status().getMessage());
    document.put("status", problem.status().getCode());
    document.put("detail", problem.getMessage());
    if (!problem.places().isEmpty()) {
      document.put("errors", problem.places());
    }
    problem
        .retryAfter()
        .ifPresent(after -> ctx.header("Retry-After", Long.toString(after.toSeconds())));
    ctx.status(problem.status()).json(document).contentType(CONTENT_TYPE);
  }
}
