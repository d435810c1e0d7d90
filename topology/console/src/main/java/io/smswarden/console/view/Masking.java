package io.smswarden.console.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Hides what of a record would tell of a person: subscribers' numbers but for their beginning and
 * end, and message texts but for their beginning without digits. Senders stay: the staff must see
 * whom they suspect.
 */
public final class Masking {

  private static final Set<String> NUMBERS = Set.of("recipient", "complainant", "subscriber");
  private static final String TEXT = "text";
  private static final int FIRST = 6;
  private static final int LAST = 2;
  private static final int SHOWN = 12;

  private Masking() {}

  /** A number with its middle hidden: {@code +86138****00}; a short one is hidden as a whole. */
  public static String number(String number) {
    return number.length() > FIRST + LAST
        ? number.substring(0, FIRST) + "****" + number.substring(number.length() - LAST)
        : "****";
  }

  /** The first {@value #SHOWN} characters of a text, with * for digits of whatever script. */
  public static String text(String text) {
    StringBuilder masked = new StringBuilder();
    text.codePoints()
        .limit(SHOWN)
        .map(c -> Character.isDigit(c) || Character.getType(c) == Character.OTHER_NUMBER ? '*' : c)
        .forEach(masked::appendCodePoint);
    return text.codePointCount(0, text.length()) > SHOWN
        ? masked.append('…').toString()
        : masked.toString();
  }

  /** Masks all such fields of a record, at whatever depth. */
  static void mask(JsonNode json) {
    if (json instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        JsonNode value = object.get(name);
        if (value.isTextual() && NUMBERS.contains(name)) {
          object.put(name, number(value.textValue()));
        } else if (value.isTextual() && name.equals(TEXT)) {
          object.put(name, text(value.textValue()));
        }
      }
    }
    json.forEach(Masking::mask);
  }

  /** Whether there is anything to mask. */
  static boolean concerns(JsonNode json) {
    for (String name : NUMBERS) {
      if (json.findValue(name) != null) {
        return true;
      }
    }
    return json.findValue(TEXT) != null;
  }
}
