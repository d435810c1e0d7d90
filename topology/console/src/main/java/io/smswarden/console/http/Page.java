package io.smswarden.console.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Some items of a list, and how to go on.
 *
 * @param items in the list's order
 * @param next what to ask with for those that follow; empty at the end
 */
public record Page<T>(List<T> items, Optional<String> next) {

  private static final int USUAL = 50;
  private static final int MOST = 200;

  /** Copies the items. */
  public Page {
    items = List.copyOf(items);
  }

  /** How many items are asked for. */
  public static int limit(Context request) {
    String limit = request.queryParam("limit");
    if (limit == null) {
      return USUAL;
    }
    if (!limit.matches("[0-9]{1,3}")
        || Integer.parseInt(limit) < 1
        || Integer.parseInt(limit) > MOST) {
      throw ProblemException.of(
          HttpStatus.BAD_REQUEST, "limit must be a whole number from 1 to " + MOST);
    }
    return Integer.parseInt(limit);
  }

  /** Where to go on; empty for the beginning. */
  public static Optional<String> cursor(Context request) {
    return Optional.ofNullable(request.queryParam("cursor")).filter(cursor -> !cursor.isEmpty());
  }

  /** A cursor that was not given out. */
  public static ProblemException badCursor() {
    return ProblemException.of(
        HttpStatus.BAD_REQUEST, "no such cursor; take it from the page before, or leave it out");
  }

  /** The same with other items. */
  public <R> Page<R> map(Function<? super T, ? extends R> change) {
    return new Page<>(items.stream().<R>map(change).toList(), next);
  }

  /** The page as JSON. */
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("items", items);
    json.put("next", next.orElse(null));
    return json;
  }
}
