package io.smswarden.console.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;

/** Parameters of a request's query; a value that is none of those allowed is a 400. */
public final class Query {

  private Query() {}

  /** A parameter as it is; empty when it is missing or blank. */
  public static Optional<String> text(Context ctx, String name) {
    return Optional.ofNullable(ctx.queryParam(name)).filter(value -> !value.isBlank());
  }

  /** Whether a parameter is {@code true}. */
  public static boolean flag(Context ctx, String name) {
    return text(ctx, name).filter("true"::equals).isPresent();
  }

  /** A whole number. */
  public static OptionalInt number(Context ctx, String name, int least, int most) {
    Optional<Integer> number =
        parsed(
            ctx,
            name,
            "a whole number from %d to %d".formatted(least, most),
            text -> {
              int value = Integer.parseInt(text);
              return value >= least && value <= most ? value : null;
            });
    return number.map(OptionalInt::of).orElseGet(OptionalInt::empty);
  }

  /** A number from 0 to 1. */
  public static OptionalDouble share(Context ctx, String name) {
    Optional<Double> share =
        parsed(
            ctx,
            name,
            "a number from 0 to 1",
            text -> {
              double value = Double.parseDouble(text);
              return value >= 0 && value <= 1 ? value : null;
            });
    return share.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
  }

  /** An instant. */
  public static Optional<Instant> time(Context ctx, String name) {
    return parsed(ctx, name, "a time such as 2026-11-25T08:00:00Z", Instant::parse);
  }

  /** A constant of an enum by its name. */
  public static <E extends Enum<E>> Optional<E> constant(Context ctx, String name, Class<E> type) {
    return parsed(
        ctx,
        name,
        "one of " + Arrays.toString(type.getEnumConstants()),
        text -> Enum.valueOf(type, text));
  }

  /** One of some words. */
  public static Optional<String> word(Context ctx, String name, String... words) {
    return parsed(
        ctx,
        name,
        "one of " + String.join(", ", words),
        text -> Arrays.asList(words).contains(text) ? text : null);
  }

  private static <T> Optional<T> parsed(
      Context ctx, String name, String allowed, Function<String, T> parse) {
    Optional<String> text = text(ctx, name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    T value = null;
    try {
      value = parse.apply(text.get());
    } catch (IllegalArgumentException | DateTimeParseException e) {
      // Told below, without what was sent.
    }
    if (value == null) {
      throw ProblemException.of(
          HttpStatus.BAD_REQUEST, "the parameter %s must be %s".formatted(name, allowed));
    }
    return Optional.of(value);
  }
}
