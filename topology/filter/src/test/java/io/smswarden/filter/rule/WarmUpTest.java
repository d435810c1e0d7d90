package io.smswarden.filter.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

class WarmUpTest {

  @Test
  void rulesAreReadWithoutFaultsAndAreOfEveryUsualKind() {
    RuleSet rules = Shipped.read(WarmUp.yaml(500));
    assertThat(rules.rules()).hasSize(500);
    assertThat(rules.rules().stream().map(Rule::condition).map(Object::getClass))
        .satisfies(kinds -> assertThat(new HashSet<>(kinds)).hasSizeGreaterThanOrEqualTo(4));
    assertThat(rules.regexes()).isEqualTo(100);
    assertThat(rules.literals().size()).isGreaterThanOrEqualTo(700);
  }
}
