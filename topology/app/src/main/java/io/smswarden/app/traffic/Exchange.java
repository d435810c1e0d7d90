package io.smswarden.app.traffic;

import java.util.Arrays;
import java.util.List;

/** What is said and what may be answered: {@code said => answer | another answer}. */
record Exchange(Wording opening, List<Wording> replies) {

  Exchange {
    replies = List.copyOf(replies);
  }

  static List<Exchange> read(String name) {
    return Resources.wordingLines(name).stream().map(Exchange::parse).toList();
  }

  private static Exchange parse(String line) {
    String[] sides = line.split(" => ", 2);
    List<Wording> replies =
        sides.length == 1
            ? List.of()
            : Arrays.stream(sides[1].split(" \\| ")).map(Wording::parse).toList();
    return new Exchange(Wording.parse(sides[0]), replies);
  }
}
