package io.smswarden.console.http;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes problem documents (RFC 9457). */
final class Problems {

  private static final String CONTENT_TYPE = "application/problem+json";

  private Problems() {}

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
