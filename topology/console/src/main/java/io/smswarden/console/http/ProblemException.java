package io.smswarden.console.http;

import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A request that can't be answered as asked; becomes a problem document (RFC 9457). */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final transient List<Place> places;
  private final transient Optional<Duration> retryAfter;

  /** What is wrong at a place of what was sent; lines and columns from 1. */
  public record Place(int line, int column, String message) {}

  private ProblemException(
      HttpStatus status, String detail, List<Place> places, Optional<Duration> retryAfter) {
    super(detail);
    this.status = status;
    this.places = List.copyOf(places);
    this.retryAfter = retryAfter;
  }

  /**
   * A problem.
   *
   * @param detail what is wrong and what to do; goes to the caller, so that it holds no text and no
   *     number of a person
   */
  public static ProblemException of(HttpStatus status, String detail) {
    return new ProblemException(status, detail, List.of(), Optional.empty());
  }

  /** What was sent is well-formed and can't be taken; 422. */
  public static ProblemException invalid(String detail, List<Place> places) {
    return new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, detail, places, Optional.empty());
  }

  /** It can be asked again: 503, or 429 when the caller itself is the reason. */
  public static ProblemException later(HttpStatus status, String detail, Duration retryAfter) {
    return new ProblemException(status, detail, List.of(), Optional.of(retryAfter));
  }

  /** The status that is answered with. */
  public HttpStatus status() {
    return status;
  }

  /** Where it is wrong, if that can be told. */
  public List<Place> places() {
    return places;
  }

  /** When to ask again, if that helps. */
  public Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
