package io.smswarden.filter.rule;

import static io.smswarden.filter.rule.Sms.sms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.smswarden.filter.Filter;
import io.smswarden.filter.Message;
import io.smswarden.filter.signal.SignalTable;
import io.smswarden.filter.verdict.Action;
import io.smswarden.filter.verdict.Category;
import io.smswarden.filter.verdict.Finding;
import io.smswarden.filter.verdict.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PrecedenceTest {

  private static final String HEAD = "version: v\nzone: Asia/Shanghai\n";

  private static Filter filter(String yaml) {
    return Shipped.FILTER.withRules(HEAD + yaml);
  }

  private static String rule(String code, String category, String effect, String word) {
    return "  - {code: %s, category: %s, %s, zh: 理由, en: reason, when: {text: %s}}\n"
        .formatted(code, category, effect, word);
  }

  @Test
  void theAllowListGoesBeforeTheBlockListAndThatBeforeRules() {
    String yaml =
        "allow: [{sender: '95588', reason: ours}]\nblock: [{domain: evil.top, category: FRAUD}]\nrules:\n"
            + rule("FORCE_WARN", "ADVERT", "action: WARN", "word");
    Message word = sms("a word at evil.top/x").from("95588").message();

    Verdict allowed = filter(yaml).judge(word);
    Verdict blocked = filter(yaml).judge(sms("a word at evil.top/x").from("95599").message());
    Verdict warned = filter(yaml).judge(sms("a word at good.top/x").from("95599").message());

    assertThat(allowed.action()).isEqualTo(Action.ALLOW);
    assertThat(allowed.category()).isEqualTo(Category.NORMAL);
    assertThat(allowed.findings())
        .extracting(Finding::code)
        .startsWith("ALLOW_LIST", "BLOCK_LIST", "FORCE_WARN");
    assertThat(allowed.findings().get(0).reasonEn()).isEqualTo("on the allow list: ours");
    assertThat(blocked.action()).isEqualTo(Action.BLOCK);
    assertThat(blocked.category()).isEqualTo(Category.FRAUD);
    Finding listed = blocked.findings().get(0);
    assertThat("a word at evil.top/x".substring(listed.start(), listed.end()))
        .isEqualTo("evil.top");
    assertThat(warned.action()).isEqualTo(Action.WARN);
    assertThat(warned.category()).isEqualTo(Category.ADVERT);
    assertThat(warned.findings().get(0).code()).isEqualTo("FORCE_WARN");
    assertThat(warned.findings().get(0).reasonEn()).isEqualTo("reason (the rule forces WARN)");
    assertThat(warned.findings().get(0).reasonZh()).isEqualTo("理由（规则直接提醒）");
  }

  @Test
  void ofSeveralRulesWithAnActionTheFirstInTheRuleSetCounts() {
    String first = rule("LET_THROUGH", "NORMAL", "action: ALLOW", "beta");
    String second = rule("FORCE_BLOCK", "FRAUD", "action: BLOCK", "alpha");

    assertThat(filter("rules:\n" + first + second).judge(Message.of("alpha beta")).action())
        .isEqualTo(Action.ALLOW);
    assertThat(filter("rules:\n" + second + first).judge(Message.of("alpha beta")).action())
        .isEqualTo(Action.BLOCK);
  }

  @Test
  void aForcedActionDoesNotChangeTheScore() {
    Verdict plain = Shipped.FILTER.judge(Message.of("alpha"));
    Verdict forced =
        filter("rules:\n" + rule("FORCE_BLOCK", "FRAUD", "action: BLOCK", "alpha"))
            .judge(Message.of("alpha"));

    assertThat(forced.score()).isEqualTo(plain.score());
    assertThat(forced.action()).isEqualTo(Action.BLOCK);
    assertThat(forced.category()).isEqualTo(Category.FRAUD);
  }

  @Test
  void aBlockedMessageWithoutACategoryIsOfTheLikeliestUnwantedOne() {
    Verdict verdict =
        filter("block: [{sender: '95588'}]\n").judge(sms("大促销满减优惠").from("95588").message());

    assertThat(verdict.action()).isEqualTo(Action.BLOCK);
    assertThat(verdict.category()).isEqualTo(Category.ADVERT);
  }

  @Test
  void anEntryEndsByTheTimeOfTheMessage() {
    Filter filter = filter("block: [{sender: '95588', until: 2026-03-31}]\n");
    Sms sms = sms("see you tomorrow").from("95588");

    assertThat(filter.judge(sms.at("2026-03-31T15:59:59Z").message()).action())
        .isEqualTo(Action.BLOCK);
    assertThat(filter.judge(sms.at("2026-03-31T16:00:00Z").message()).findings())
        .noneMatch(finding -> finding.code().equals(RuleSet.BLOCK_LIST));
    assertThat(filter.judge(sms.message()).action()).isEqualTo(Action.BLOCK);
  }

  @Test
  void anEndedEntryDoesNotHideAnotherInForce() {
    Filter filter =
        filter(
            "block:\n  - {sender: '+8613900000009', until: 2026-01-01}\n  - {sender-prefix: '+86139'}\n");

    assertThat(
            filter
                .judge(sms("hi").from("13900000009").at("2026-03-01T00:00:00Z").message())
                .action())
        .isEqualTo(Action.BLOCK);
  }

  @Test
  void aListedTextIsRecognisedInAnyDisguiseAndWithOtherNumbers() {
    String text = "您的取件码 8-2-3301，请到南门取件";
    Filter filter = filter("block: [{text: '%s', category: ADVERT}]\n".formatted(text));
    String hash = AccessList.sha256(new LiteralPool().whole(text));
    Filter hashed = filter("block: [{text-sha256: %s, category: ADVERT}]\n".formatted(hash));

    for (Filter either : new Filter[] {filter, hashed}) {
      assertThat(either.judge(Message.of("您的 取件码 9-1-1187 请到南門取件！")).action())
          .isEqualTo(Action.BLOCK);
      assertThat(either.judge(Message.of("您的取件码 9-1-1187，请到北门取件")).findings())
          .noneMatch(finding -> finding.code().equals(RuleSet.BLOCK_LIST));
    }
  }

  @Test
  void aWeightAddsToTheScoreWithinTheCap() {
    String rules =
        "rules:\n"
            + rule("RULE_A", "FRAUD", "weight: 2", "alpha")
            + rule("RULE_B", "FRAUD", "weight: 2.5", "beta");
    double plain = logit(Shipped.FILTER.judge(Message.of("alpha beta")));

    assertThat(logit(filter(rules).judge(Message.of("alpha beta"))))
        .isCloseTo(plain + 4.5, within(1e-9));
    assertThat(logit(filter("cap: {max: 3}\n" + rules).judge(Message.of("alpha beta"))))
        .isCloseTo(plain + 3, within(1e-9));
  }

  private static double logit(Verdict verdict) {
    return Math.log(verdict.score() / (1 - verdict.score()));
  }

  @Test
  void aShadowRuleIsShownAndDecidesNothing() {
    String rules =
        "rules:\n"
            + rule("TRIAL_WEIGHT", "COLLECTION_ABUSIVE", "weight: 9, shadow: true", "lunch")
            + rule("TRIAL_BLOCK", "FRAUD", "action: BLOCK, shadow: true", "lunch");
    for (String text : new String[] {"see you at lunch", "账单 还款 lunch", "全场特价 抢购 lunch"}) {
      Verdict plain = Shipped.FILTER.judge(Message.of(text));
      Verdict shadowed = filter(rules).judge(Message.of(text));

      assertThat(shadowed.score()).isEqualTo(plain.score());
      assertThat(shadowed.action()).isEqualTo(plain.action());
      assertThat(shadowed.category()).isEqualTo(plain.category());
      assertThat(shadowed.findings())
          .filteredOn(finding -> finding.code().startsWith("TRIAL"))
          .hasSize(2)
          .allSatisfy(finding -> assertThat(finding.weight()).isZero())
          .extracting(Finding::reasonEn)
          .containsExactlyInAnyOrder(
              "reason (shadow: would have weighed +9.00)",
              "reason (shadow: would have forced BLOCK)");
    }
  }

  @Test
  void thresholdsOfTheRulesStandInPlaceOfTheShippedOnes() {
    String rule = "rules:\n" + rule("LIKELY_ADVERT", "ADVERT", "weight: 5", "alpha");
    Message advert = Message.of("alpha 大促销满减优惠");
    assertThat(filter(rule).judge(advert).action()).isEqualTo(Action.WARN);

    assertThat(filter("thresholds: {ADVERT: {warn: never, block: never}}\n" + rule).judge(advert))
        .extracting(Verdict::action)
        .isEqualTo(Action.ALLOW);
    assertThat(filter("thresholds: {ADVERT: {block: 0.6}}\n" + rule).judge(advert).action())
        .isEqualTo(Action.BLOCK);
    assertThat(filter("thresholds: {ADVERT: {warn: 0.0001}}\n").judge(Message.of("大促销")).action())
        .isEqualTo(Action.WARN);
  }

  @Test
  void theVersionOfTheRulesIsInTheVerdict() {
    Filter filter = filter("thresholds: {ADVERT: {warn: never}}\n");

    assertThat(filter.judge(Message.of("hello")).versions().rules())
        .isEqualTo(filter.rules().version());
    assertThat(Shipped.FILTER.judge(Message.of("hello")).versions().rules()).isEmpty();
  }

  @Test
  void rulesOfOtherSignalsAreRefused() {
    RuleSet foreign = new RuleSet("v", "other-signals", content(), List.of(), 0, 0);

    assertThatThrownBy(() -> Shipped.FILTER.with(foreign))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("other-signals");
  }

  private static RuleSet.Content content() {
    return new RuleSet.Content(
        "CN", List.of(), new SignalTable.Cap(0, 0), Map.of(), List.of(), List.of());
  }
}
