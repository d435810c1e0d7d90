package io.smswarden.console.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Which part of a list a request asks for.
 *
 * @param limit how many items at most
 * @param cursor what {@link #list} gave as the place to go on; empty at the beginning
 */
public record Paging(int limit, Optional<String> cursor) {

  private static final int USUAL = 50;
  private static final int MOST = 200;

  /**
   * What a request asks for by {@code limit} and {@code cursor}.
   *
   * @throws ProblemException 400 when it can't be that
   */
  public static Paging of(Context ctx) {
    return new Paging(
        Query.number(ctx, "limit", 1, MOST).orElse(USUAL),
        Query.text(ctx, "cursor").map(Paging::decode));
  }

  /** The cursor as a number of items to leave out. */
  public int skip() {
    try {
      int skip = cursor.map(Integer::valueOf).orElse(0);
      if (skip >= 0) {
        return skip;
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw badCursor();
  }

  /** One part of a list that is known as a whole. */
  public <T> List<T> part(List<T> all) {
    return all.stream().skip(skip()).limit(limit).toList();
  }

  /** Where the part behind {@link #part} begins; empty when there is none. */
  public Optional<String> behind(List<?> all) {
    int end = skip() + limit;
    return end < all.size() ? Optional.of(Integer.toString(end)) : Optional.empty();
  }

  /**
   * A part as it is answered.
   *
   * @param next the cursor of the part that follows, in clear; empty when this is the last
   */
  public static ObjectNode list(List<? extends JsonNode> items, Optional<String> next) {
    ObjectNode list = JsonNodeFactory.instance.objectNode();
    ArrayNode array = list.putArray("items");
    items.forEach(array::add);
    list.put("next", next.map(Paging::encode).orElse(null));
    return list;
  }

  /** What to answer to a cursor that is none. */
  public static ProblemException badCursor() {
    return ProblemException.of(
        HttpStatus.BAD_REQUEST, "the cursor is none of this list's: ask again without one");
  }

  private static String encode(String cursor) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(cursor.getBytes(StandardCharsets.UTF_8));
  }

  private static String decode(String cursor) {
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw badCursor();
    }
  }
}
