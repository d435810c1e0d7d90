package io.smswarden.filter.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.smswarden.filter.Filter;
import io.smswarden.filter.Message;
import io.smswarden.filter.verdict.Finding;
import io.smswarden.filter.verdict.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class AnyInputTest {

  private static final String GOOD = good();
  private static final Filter FILTER =
      Shipped.FILTER.withRules(
          """
          version: v
          block: [{domain: evil.top}, {text: 大促销}, {sender-prefix: '+882'}]
          rules:
            - {code: ANY_TEXT, category: FRAUD, weight: 1, zh: 一, en: one, when: {text: [a, 你, '{link}', '{number}']}}
            - {code: ANY_REGEX, category: FRAUD, weight: 1, zh: 一, en: one, when: {regex: '(\\S+ ?)+x$'}}
          """);

  private static String good() {
    try {
      return Files.readString(Path.of("../../deploy/rules/example.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Property(tries = 1000)
  void anyTextIsARuleSetOrIsRefusedWithFaults(@ForAll @StringLength(max = 200) String text) {
    assertReadOrRefused(text);
    assertReadOrRefused("version: v\nrules: " + text);
  }

  @Property(tries = 300)
  void aGoodRuleSetWithADamagedPlaceIsReadOrRefusedWithFaults(
      @ForAll @IntRange(max = 100_000) int place,
      @ForAll @IntRange(max = 20) int removed,
      @ForAll @StringLength(max = 3) String inserted) {
    int start = place % GOOD.length();
    int end = Math.min(GOOD.length(), start + removed);

    assertReadOrRefused(GOOD.substring(0, start) + inserted + GOOD.substring(end));
  }

  private static void assertReadOrRefused(String yaml) {
    Throwable thrown = catchThrowable(() -> Shipped.read(yaml));
    if (thrown != null) {
      assertThat(thrown).isInstanceOf(RuleSetException.class);
      assertThat(((RuleSetException) thrown).faults()).isNotEmpty();
    }
  }

  @Property(tries = 1000)
  void anyMessageIsJudgedAndSpansAreWithinIt(@ForAll String text) {
    assertWithin(FILTER.judge(Message.of(text)), text);
    assertWithin(FILTER.judge(Message.of(text + " http://evil.top/ " + text)), text + text + 18);
  }

  private static void assertWithin(Verdict verdict, String text) {
    assertThat(verdict.findings())
        .allSatisfy(finding -> assertThat(finding.start()).isBetween(0, finding.end()))
        .noneMatch(finding -> finding.code().equals(RuleSet.RULE_FAILED));
    assertThat(verdict.findings().stream().mapToInt(Finding::end).max().orElse(0))
        .isLessThanOrEqualTo(text.length() + 18);
  }

  /** A backtracking matcher would need 2 to the power of the length. */
  @Test
  void aRegexThatBacktrackersChokeOnIsMatchedInLinearTime() {
    Filter filter =
        Shipped.FILTER.withRules(
            "version: v\nrules: [{code: EVIL_REGEX, category: FRAUD, weight: 1, zh: 一, en: one, when: {regex: '(([a-z])+.)+[A-Z]([a-z])+$|(x+x+)+y'}}]\n"
                .replace("[A-Z]", "[0-9]"));

    assertThat(filter.judge(Message.of("x".repeat(39_015))).findings())
        .extracting(Finding::code)
        .doesNotContain("EVIL_REGEX", RuleSet.RULE_FAILED);
  }

  @Test
  void textsOf64KibibytesAreJudged() {
    String text = "你好 a.top/x 12345 ".repeat(64 * 1024 / 16);

    assertThat(FILTER.judge(Message.of(text)).findings())
        .extracting(Finding::code)
        .contains("ANY_TEXT");
  }
}
