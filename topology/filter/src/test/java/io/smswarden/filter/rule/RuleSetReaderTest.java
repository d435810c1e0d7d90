package io.smswarden.filter.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RuleSetReaderTest {

  private static List<RuleFault> faults(String yaml) {
    RuleSetException thrown =
        catchThrowableOfType(RuleSetException.class, () -> Shipped.read(yaml));
    return thrown == null ? List.of() : thrown.faults();
  }

  /** A rule of which one line is wrong. */
  private static String rule(String line) {
    return "version: v\nrules:\n  - code: ONE_RULE\n    category: FRAUD\n    weight: 1\n    zh: 一\n    en: one\n    "
        + line
        + "\n";
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of("", "1:1", "is empty"),
        Arguments.of("version: [", "1:11", "this is no YAML"),
        Arguments.of("- a\n", "1:1", "expected a rule set: a mapping with keys of [allow, block"),
        Arguments.of("versoin: 1\n", "1:1", "no such key: versoin; did you mean version?"),
        Arguments.of("zone: Asia/Shanghai\n", "1:1", "the key version is missing"),
        Arguments.of("version: ' '\n", "1:10", "a text that is not blank"),
        Arguments.of("version: 1\nversion: 2\n", "2:1", "here a second time"),
        Arguments.of("version: 1\nhome: China\n", "2:7", "'China' is no country"),
        Arguments.of("version: 1\nzone: Asia/Shanghia\n", "2:7", "did you mean Asia/Shanghai?"),
        Arguments.of("version: 1\ncap: {min: 1}\n", "2:6", "min is not above 0"),
        Arguments.of("version: 1\ncap: {max: lots}\n", "2:12", "expected a number"),
        Arguments.of("version: 1\nthresholds: {FRUAD: {warn: 1}}\n", "2:14", "did you mean FRAUD?"),
        Arguments.of("version: 1\nthresholds: {NORMAL: {warn: 1}}\n", "2:14", "no such key"),
        Arguments.of(
            "version: 1\nthresholds: {FRAUD: {warn: 40}}\n",
            "2:28",
            "above 0 and at most 1, or never"),
        Arguments.of(
            "version: 1\nthresholds: {FRAUD: {warn: 0.9, block: 0.5}}\n",
            "2:21",
            "block is not below warn"),
        Arguments.of("version: 1\nthresholds: {FRAUD: {}}\n", "2:21", "changes nothing"),
        Arguments.of("version: 1\nallow: [{}]\n", "2:9", "an entry names one thing"),
        Arguments.of(
            "version: 1\nallow: [{sender: '95588', domain: a.com}]\n",
            "2:9",
            "an entry names one thing"),
        Arguments.of("version: 1\nallow: [{sender: '+1'}]\n", "2:18", "no sender"),
        Arguments.of("version: 1\nallow: [{sender-prefix: '1'}]\n", "2:25", "at least 3"),
        Arguments.of(
            "version: 1\nallow: [{sender: '95588'}, {sender: '95588'}]\n",
            "2:37",
            "the same entry is in line 2"),
        Arguments.of("version: 1\nblock: [{domain: com.cn}]\n", "2:18", "anybody registers under"),
        Arguments.of("version: 1\nblock: [{host: 'http://a.com/x'}]\n", "2:16", "is no host"),
        Arguments.of("version: 1\nblock: [{text: '，。'}]\n", "2:16", "nothing is left"),
        Arguments.of(
            "version: 1\nallow: [{text: 快递已到 a.top/x}]\n", "2:16", "would let through anyone's"),
        Arguments.of("version: 1\nblock: [{text-sha256: abc}]\n", "2:23", "64 of 0-9 and a-f"),
        Arguments.of(
            "version: 1\nblock: [{sender: '95588', category: NORMAL}]\n", "2:37", "is not wanted"),
        Arguments.of(
            "version: 1\nblock: [{sender: '95588', until: soon}]\n", "2:34", "no day and no time"),
        Arguments.of(
            "version: 1\nblock: [{sender: '95588', until: 2026-02-30T00:00:00+08:00}]\n",
            "2:34",
            "is no time"),
        Arguments.of(
            "version: 1\nblock: [{sender: '95588', until: 2026-12-31}]\n", "2:34", "a zone"),
        Arguments.of("version: 1\nrules: [{}]\n", "2:9", "the key code is missing"),
        Arguments.of("version: 1\nrules: []\n", "2:8", "the list is empty"),
        Arguments.of(rule("when: {}"), "8:11", "the condition is empty"),
        Arguments.of(rule("when: {text: []}"), "8:18", "the list is empty"),
        Arguments.of(rule("when: {all: []}"), "8:17", "the list is empty"),
        Arguments.of(rule("when: {any: [{}]}"), "8:18", "the condition is empty"),
        Arguments.of(rule("when: {txet: a}"), "8:12", "no such key: txet; did you mean text?"),
        Arguments.of(rule("when: {text: '！'}"), "8:18", "nothing is left of '！'"),
        Arguments.of(rule("when: {text: '5 {number}'}"), "8:18", "either digits"),
        Arguments.of(rule("when: {regex: '('}"), "8:19", "can't be compiled: error parsing"),
        Arguments.of(rule("when: {regex: '(?=a)b'}"), "8:19", "can't be compiled"),
        Arguments.of(rule("when: {regex: 'a*'}"), "8:19", "matches every message"),
        Arguments.of(rule("when: {regex: '[0-9]{999}'}"), "8:19", "of at most 500"),
        Arguments.of(rule("when: {regex: 'http://'}"), "8:19", "':' never stands"),
        Arguments.of(rule("when: {regex: 'ETC'}"), "8:19", "'E' never stands"),
        Arguments.of(rule("when: {regex: '驗證碼'}"), "8:19", "'驗' never stands"),
        Arguments.of(rule("when: {signal: GAMBLE}"), "8:20", "did you mean GAMBLING?"),
        Arguments.of(
            rule("when: {signal: {code: GAMBLING, min: 7}}"), "8:42", "a strength is from 0 to 1"),
        Arguments.of(rule("when: {link: short}"), "8:18", "did you mean SHORTENER?"),
        Arguments.of(rule("when: {link: {host: localhost}}"), "8:25", "anybody registers under"),
        Arguments.of(rule("when: {sender: {kind: BANKS}}"), "8:27", "did you mean BANK?"),
        Arguments.of(rule("when: {sender: {form: short}}"), "8:27", "did you mean"),
        Arguments.of(rule("when: {sender: {region: China}}"), "8:29", "is no country"),
        Arguments.of(rule("when: {sender: {verified: yes}}"), "8:31", "true or false"),
        Arguments.of(rule("when: {sender: {}}"), "8:20", "the condition is empty"),
        Arguments.of(rule("when: {reputation: {flagged: 3}}"), "8:34", "a comparison such as"),
        Arguments.of(rule("when: {reputation: {suspicion: '> 1'}}"), "8:36", "is never so"),
        Arguments.of(rule("when: {rate: {per-day: '< 0'}}"), "8:28", "is never so"),
        Arguments.of(
            rule("when: {time: {from: '25:00', to: '8:00', zone: UTC}}"), "8:25", "no time of day"),
        Arguments.of(
            rule("when: {time: {from: '8:00', to: '8:00', zone: UTC}}"), "8:18", "never is"),
        Arguments.of(rule("when: {time: {from: '8:00'}}"), "8:18", "whose time?"),
        Arguments.of(
            rule("when: {time: {days: [MOONDAY], zone: UTC}}"), "8:26", "did you mean MONDAY?"),
        Arguments.of(rule("when: {text: a}\n    shadow: maybe"), "9:13", "true or false"),
        Arguments.of(rule("when: {text: a}\n    action: BLOCK"), "3:5", "a weight or an action"),
        Arguments.of(rule("when: {text: a}\n    examples: {hit: [a]}"), "9:16", "no such key: hit"),
        Arguments.of(
            rule("when: {text: a}\n    examples: {miss: [{sender: '1'}]}"),
            "9:23",
            "text is missing"),
        Arguments.of(
            rule("when: {text: a}\n    examples: {miss: [{text: b, messages: 1, flagged: 2}]}"),
            "9:55",
            "more flagged"),
        Arguments.of(rule("when: {text: a}").replace("ONE_RULE", "one"), "3:11", "capital letters"),
        Arguments.of(
            rule("when: {text: a}").replace("ONE_RULE", "GAMBLING"), "3:11", "code of a signal"),
        Arguments.of(
            rule("when: {text: a}").replace("ONE_RULE", "ALLOW_LIST"), "3:11", "of a signal"),
        Arguments.of(
            rule("when: {text: a}").replace("weight: 1", "weight: 99"), "5:13", "log-odds from"),
        Arguments.of(
            rule("when: {text: a}").replace("weight: 1", "action: ALLOW"),
            "4:15",
            "a rule that forces ALLOW is for wanted"),
        Arguments.of(
            rule("when: {text: a}")
                .replace("weight: 1", "action: BLOCK")
                .replace("FRAUD", "NORMAL"),
            "4:15",
            "a rule that forces BLOCK is for unwanted"),
        Arguments.of(
            rule("when: {text: a}").replace("FRAUD", "FRUAD"), "4:15", "did you mean FRAUD"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void aFaultIsToldWithItsPlaceAndWhatIsAllowed(String yaml, String place, String message) {
    assertThat(faults(yaml))
        .extracting(RuleFault::toString)
        .anySatisfy(fault -> assertThat(fault).startsWith(place + ": ").contains(message));
  }

  @Test
  void allFaultsAreToldAtOnceInTheOrderOfTheirLines() {
    assertThat(
            faults(
                "version: v\nblock: [{domain: com}]\nrules:\n  - {code: x, when: {regex: '('}}\nhome: X\n"))
        .extracting(RuleFault::line)
        .containsExactly(2, 4, 4, 4, 4, 4, 4, 5);
  }

  @Test
  void aCodeIsUsedOnce() {
    String two = rule("when: {text: a}") + rule("when: {text: b}").substring(18);

    assertThat(faults(two))
        .singleElement()
        .hasToString("9:11: the code ONE_RULE is in line 3 already");
  }

  @Test
  void whatIsLookedAtForEveryMessageIsLimited() {
    String rules =
        IntStream.rangeClosed(1, 51)
            .mapToObj(
                i ->
                    "  - {code: RULE_%d, category: FRAUD, weight: 1, zh: 一, en: one, when: {regex: '[a-z]{%d}[0-9]'}}\n"
                        .formatted(i, i))
            .collect(Collectors.joining());

    assertThat(faults("version: v\nrules:\n" + rules))
        .singleElement()
        .satisfies(fault -> assertThat(fault.line()).isEqualTo(53))
        .satisfies(fault -> assertThat(fault.message()).startsWith("more than 50 rules need no"));
  }

  @Test
  void aListThatRulesShareIsWrittenOnce() {
    String shared = rule("when: {text: &words [a, b]}");
    String other = rule("when: {text: [*words, c]}").replace("ONE_RULE", "OTHER").substring(18);

    assertThat(faults(shared + other)).isEmpty();
  }

  @Test
  void aliasesCanNotMakeASmallFileLarge() {
    StringBuilder bomb = new StringBuilder(rule("when:"));
    bomb.append("      all:\n        - &c0 {text: a}\n");
    for (int i = 1; i <= 6; i++) {
      String before = "*c" + (i - 1) + ", ";
      bomb.append("        - &c%d {any: [%s{text: b}]}\n".formatted(i, before.repeat(20)));
    }

    assertThat(faults(bomb.toString()))
        .singleElement()
        .satisfies(fault -> assertThat(fault.message()).contains("more than 200000 conditions"));
  }

  @Test
  void aRuleSetThatHoldsItselfIsRefused() {
    assertThat(faults("version: &v [*v]\n")).isNotEmpty();
    assertThat(faults("version: v\nrules: &r [*r]\n")).isNotEmpty();
    assertThat(faults(rule("when: &w {all: [*w]}"))).isNotEmpty();
  }

  @Test
  void theVersionIsTheLabelAndAHashOfTheContent() {
    String one = Shipped.read(rule("when: {text: a}")).version();
    String other = Shipped.read(rule("when: {text: b}")).version();

    assertThat(one).matches("v-[0-9a-f]{12}").isNotEqualTo(other);
    assertThat(Shipped.read(rule("when: {text: a}")).version()).isEqualTo(one);
  }
}
