package io.smswarden.bench;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rule sets such as operators write: of ten rules six of texts, two of a regex, one of a domain and
 * one of a sender. The same ones each time.
 */
final class RuleSets {

  private static final long SEED = 1;
  private static final String CHARACTERS =
      "的是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可里后小么心多天而能好都然没日"
          + "于起还发成事只作当想看文无开手用主行方又如前所本见经头面公同已老从动两长知样现分将外但身些与高意进把法此实回理美点月明其"
          + "种声全工己话儿者向情部正名定女问力机给等几很业最间新什打便位因重被走电第门相次东政海口使教西再平真听世气北少关并内加化由"
          + "却代军产入先山太水万市眼体别处总才场师书比住员笑性通目华报立马命张活难神数件安表原车白应路期叫死常提感金何更反合放做系计";

  private RuleSets() {}

  static String yaml(int rules) {
    Random random = new Random(SEED);
    return IntStream.range(0, rules)
        .mapToObj(number -> rule(number, random))
        .collect(Collectors.joining("", "version: bench\nrules:\n", ""));
  }

  private static String rule(int number, Random random) {
    String when =
        switch (number % 10) {
          case 0, 1 ->
              "regex: '%s ?[0-9]{4,}(%s|%s)'"
                  .formatted(words(random), words(random), words(random));
          case 2 -> "link: {domain: d%d.top}".formatted(random.nextInt(1_000_000));
          case 3 -> "sender: {id: '+8613%09d'}".formatted(random.nextInt(1_000_000_000));
          default ->
              "text: [%s, %s, %s], none: [{text: %s}]"
                  .formatted(words(random), words(random), words(random), words(random));
        };
    return "  - {code: RULE_%d, category: FRAUD, weight: 1, zh: 可疑, en: suspicious, when: {%s}}%n"
        .formatted(number, when);
  }

  private static String words(Random random) {
    return random
        .ints(3 + random.nextInt(3), 0, CHARACTERS.length())
        .mapToObj(at -> CHARACTERS.substring(at, at + 1))
        .collect(Collectors.joining());
  }
}
