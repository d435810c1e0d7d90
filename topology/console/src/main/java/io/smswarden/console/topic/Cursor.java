package io.smswarden.console.topic;

import io.smswarden.console.http.Page;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How far a list has come in each partition, as text that tells nobody anything.
 *
 * @param behind by partition: the offset of the oldest record that was given
 */
record Cursor(Map<Integer, Long> behind) {

  private static final Pattern PART = Pattern.compile("([0-9]{1,6}):([0-9]{1,18})");
  private static final int LONGEST = 32 * 1024;

  Cursor {
    behind = Map.copyOf(behind);
  }

  static Cursor parse(String text) {
    if (text.length() > LONGEST) {
      throw Page.badCursor();
    }
    try {
      String decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.ISO_8859_1);
      Map<Integer, Long> behind = new TreeMap<>();
      for (String part : decoded.split(",", -1)) {
        Matcher matcher = PART.matcher(part);
        if (!matcher.matches()) {
          throw Page.badCursor();
        }
        behind.put(Integer.valueOf(matcher.group(1)), Long.valueOf(matcher.group(2)));
      }
      return new Cursor(behind);
    } catch (IllegalArgumentException e) {
      throw Page.badCursor();
    }
  }

  String text() {
    String plain =
        new TreeMap<>(behind)
            .entrySet().stream()
                .map(entry -> entry.getKey() + ":" + entry.getValue())
                .collect(Collectors.joining(","));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.ISO_8859_1));
  }
}
