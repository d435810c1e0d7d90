package io.smswarden.filter.backtest;

import io.smswarden.filter.rule.RuleSet;
import io.smswarden.filter.verdict.Finding;
import io.smswarden.filter.verdict.Verdict;
import java.util.List;
import java.util.stream.Stream;

/**
 * A message whose action changes.
 *
 * @param changed the message
 * @param before its verdict with the old rules
 * @param after its verdict with the new ones
 * @param rules what of the old and new rules fired
 */
public record Sample(Case changed, Verdict before, Verdict after, List<String> rules) {

  static Sample of(Case changed, Verdict before, RuleSet old, Verdict after, RuleSet fresh) {
    List<String> codes =
        Stream.concat(
                after.findings().stream().filter(fresh::made),
                before.findings().stream().filter(old::made))
            .map(Finding::code)
            .distinct()
            .toList();
    return new Sample(changed, before, after, codes);
  }
}
