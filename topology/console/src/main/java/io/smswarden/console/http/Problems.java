package io.smswarden.console.http;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.smswarden.streams.StateNotReadyException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes problem documents (RFC 9457). */
final class Problems {

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final String CONTENT_TYPE = "application/problem+json";

  private Problems() {}

  /** State that is being moved or restored: it can be asked again at once. */
  static void write(StateNotReadyException notReady, Context ctx) {
    write(
        ProblemException.later(
            HttpStatus.SERVICE_UNAVAILABLE, notReady.getMessage(), Duration.ofSeconds(1)),
        ctx);
  }

  static void write(ProblemException problem, Context ctx) {
    Map<String, Object> document = document(problem.status(), problem.getMessage());
    if (!problem.places().isEmpty()) {
      document.put("errors", problem.places());
    }
    problem
        .retryAfter()
        .ifPresent(after -> ctx.header("Retry-After", Long.toString(after.toSeconds())));
    answer(ctx, problem.status(), document);
  }

  /** What the server itself refuses: no such path, not this method, too large. */
  static void write(HttpResponseException refused, Context ctx) {
    HttpStatus status = HttpStatus.forStatus(refused.getStatus());
    String detail = status == HttpStatus.NOT_FOUND ? "there is nothing here" : status.getMessage();
    answer(ctx, status, document(status, detail));
  }

  /** A fault of ours; messages of errors may quote texts, so only their types are told. */
  static void fault(Exception fault, Context ctx) {
    LOG.atError()
        .addKeyValue("method", ctx.method())
        .addKeyValue("error", types(fault))
        .log("a request failed");
    answer(
        ctx,
        HttpStatus.INTERNAL_SERVER_ERROR,
        document(HttpStatus.INTERNAL_SERVER_ERROR, "a fault of the program; see its log"));
  }

  private static String types(Throwable fault) {
    return Stream.iterate(fault, cause -> cause != null, Throwable::getCause)
        .map(cause -> cause.getClass().getName() + place(cause))
        .collect(Collectors.joining(" caused by "));
  }

  private static String place(Throwable cause) {
    StackTraceElement[] trace = cause.getStackTrace();
    return trace.length == 0 ? "" : " at " + trace[0];
  }

  private static Map<String, Object> document(HttpStatus status, String detail) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("type", "about:blank");
    document.put("title", status.getMessage());
    document.put("status", status.getCode());
    document.put("detail", detail);
    return document;
  }

  private static void answer(Context ctx, HttpStatus status, Map<String, Object> document) {
    ctx.status(status).json(document).contentType(CONTENT_TYPE);
  }
}
