package io.smswarden.filter.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.smswarden.filter.Filter;
import io.smswarden.filter.Message;
import io.smswarden.filter.verdict.Action;
import io.smswarden.filter.verdict.Finding;
import io.smswarden.filter.verdict.Verdict;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ManyRulesTest {

  @Property(tries = 20)
  void whatFiresIsWhatAskingEveryRuleOneByOneFinds(
      @ForAll @IntRange(min = 1, max = 300) int size, @ForAll Random random) {
    Filter filter = Shipped.FILTER.withRules(RandomRules.yaml(size, random));
    for (int i = 0; i < 40; i++) {
      assertSame(filter, RandomRules.message(random));
    }
  }

  @Property(tries = 1)
  void soItIsWithTenThousandRules(@ForAll Random random) {
    Filter filter = Shipped.FILTER.withRules(RandomRules.yaml(10_000, random));
    for (int i = 0; i < 30; i++) {
      assertSame(filter, RandomRules.message(random));
    }
  }

  private static void assertSame(Filter filter, Message message) {
    Verdict verdict = filter.judge(message);
    Set<String> fired =
        verdict.findings().stream()
            .filter(filter.rules()::made)
            .map(Finding::code)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(fired).isEqualTo(OneByOne.fired(filter, message));
  }

  @Property(tries = 5)
  void theScoreCanBeComputedAgainFromTheModelAndTheFindings(@ForAll Random random) {
    Filter filter = Shipped.FILTER.withRules(RandomRules.yaml(100, random));
    for (int i = 0; i < 20; i++) {
      Verdict verdict = filter.judge(RandomRules.message(random));
      double logOdds = verdict.modelLogit() + filter.logOdds(verdict.findings());

      assertThat(verdict.score()).isCloseTo(1 / (1 + Math.exp(-logOdds)), within(1e-12));
    }
  }

  @Property(tries = 5)
  void theFirstRuleWithAnActionThatFiredDecides(@ForAll Random random) {
    Filter filter = Shipped.FILTER.withRules(RandomRules.yaml(200, random));
    for (int i = 0; i < 20; i++) {
      assertFirstDecides(filter, filter.judge(RandomRules.message(random)));
    }
  }

  private static void assertFirstDecides(Filter filter, Verdict verdict) {
    List<String> fired = verdict.findings().stream().map(Finding::code).toList();

    filter.rules().rules().stream()
        .filter(rule -> rule.mode() == RuleMode.FORCE && fired.contains(rule.code()))
        .findFirst()
        .ifPresent(
            rule -> {
              Action forced = rule.effect().action().orElseThrow();
              assertThat(verdict.action()).isEqualTo(forced);
              assertThat(fired.get(0)).isEqualTo(rule.code());
            });
  }
}
