package io.smswarden.console.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The answers of the {@link Fixture}. In its files, {@code "@-5m"} is five minutes ago, {@code
 * "@+6d"} in six days, {@code "@-3h!"} the hour's start three hours ago.
 */
final class Answers {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Pattern TIME = Pattern.compile("\"@([+-]\\d+)([smhd])(!?)\"");
  private static final Map<String, ChronoUnit> UNITS =
      Map.of(
          "s",
          ChronoUnit.SECONDS,
          "m",
          ChronoUnit.MINUTES,
          "h",
          ChronoUnit.HOURS,
          "d",
          ChronoUnit.DAYS);
  private static final int SHOWN = 12;

  private Answers() {}

  /** An answer, with texts and numbers of people masked. */
  static JsonNode of(String name) {
    JsonNode answer = clear(name);
    answer.path("items").forEach(item -> mask((ObjectNode) item));
    return answer;
  }

  /** The same in clear. */
  static JsonNode clear(String name) {
    try (InputStream in = Answers.class.getResourceAsStream("fixture/" + name + ".json")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return MAPPER.readTree(TIME.matcher(text).replaceAll(Answers::time));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String now() {
    return Instant.now().toString();
  }

  private static String time(java.util.regex.MatchResult found) {
    ChronoUnit unit = UNITS.get(found.group(2));
    Instant time = Instant.now().plus(Long.parseLong(found.group(1)), unit);
    return Matcher.quoteReplacement(
        '"' + (found.group(3).isEmpty() ? time : time.truncatedTo(unit)).toString() + '"');
  }

  static void mask(ObjectNode item) {
    String text = item.path("text").asText();
    if (text.length() > SHOWN + 1) {
      item.put("text", text.substring(0, SHOWN).replaceAll("\\d", "*") + "…");
    }
    String number = item.path("recipient").asText();
    if (number.length() > SHOWN) {
      item.put(
          "recipient", number.substring(0, 6) + "****" + number.substring(number.length() - 2));
    }
  }

  /** Rules are bad at each line that says {@code wieght}. */
  static ObjectNode validated(String body) {
    try {
      String[] lines = MAPPER.readTree(body).get("yaml").textValue().lines().toArray(String[]::new);
      ObjectNode answer = MAPPER.createObjectNode();
      ArrayNode errors = answer.putArray("errors");
      int rules = 0;
      for (int line = 0; line < lines.length; line++) {
        int column = lines[line].indexOf("wieght");
        if (column >= 0) {
          errors
              .addObject()
              .put("line", line + 1)
              .put("column", column + 1)
              .put("message", "unknown key wieght; did you mean weight?");
        }
        rules += lines[line].contains("- code:") ? 1 : 0;
      }
      return answer.put("valid", errors.isEmpty()).put("rules", rules);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
