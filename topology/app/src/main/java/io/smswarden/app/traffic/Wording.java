package io.smswarden.app.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with slots in braces, which are filled anew for each message. */
final class Wording {

  private static final Pattern SLOT = Pattern.compile("\\{([A-Za-z0-9]+)}");

  /** Literal text and slots by turns, literal first and last. */
  private final List<String> parts;

  private Wording(List<String> parts) {
    this.parts = List.copyOf(parts);
  }

  static Wording parse(String line) {
    List<String> parts = new ArrayList<>();
    Matcher slot = SLOT.matcher(line);
    int end = 0;
    while (slot.find()) {
      parts.add(line.substring(end, slot.start()));
      parts.add(slot.group(1));
      end = slot.end();
    }
    parts.add(line.substring(end));
    return new Wording(parts);
  }

  /** Some of many, each at most once. */
  static List<Wording> some(List<Wording> wordings, int most, SplittableRandom random) {
    List<Wording> rest = new ArrayList<>(wordings);
    List<Wording> chosen = new ArrayList<>();
    while (chosen.size() < most && !rest.isEmpty()) {
      chosen.add(rest.remove(random.nextInt(rest.size())));
    }
    return List.copyOf(chosen);
  }

  List<String> slots() {
    List<String> slots = new ArrayList<>();
    for (int i = 1; i < parts.size(); i += 2) {
      slots.add(parts.get(i));
    }
    return slots;
  }

  /** The text with its slots filled. */
  String fill(Slots.Filling slots) {
    StringBuilder text = new StringBuilder(96);
    for (int i = 0; i < parts.size(); i++) {
      String part = parts.get(i);
      text.append(i % 2 == 0 ? part : slots.value(part));
    }
    return text.toString();
  }
}
