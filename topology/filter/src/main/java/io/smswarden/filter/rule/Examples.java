package io.smswarden.filter.rule;

import io.smswarden.filter.Judge;
import io.smswarden.filter.verdict.Finding;
import io.smswarden.filter.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Tries the examples of a rule set. */
public final class Examples {

  private Examples() {}

  /**
   * An example that did not do as its author said.
   *
   * @param rule the rule's code
   * @param example the example
   * @param verdict what came out
   */
  public record Failure(String rule, Example example, Verdict verdict) {

    /** The codes of what fired. */
    public List<String> fired() {
      return verdict.findings().stream().map(Finding::code).distinct().toList();
    }
  }

  /** How many examples there are. */
  public static int count(RuleSet rules) {
    return rules.rules().stream().mapToInt(rule -> rule.examples().size()).sum();
  }

  /** Judges every example of the judge's rules; gives those that failed, in order. */
  public static List<Failure> failures(Judge judge) {
    List<Failure> failures = new ArrayList<>();
    for (Rule rule : judge.rules().rules()) {
      for (Example example : rule.examples()) {
        Verdict verdict = judge.judge(example.message());
        boolean fired = verdict.findings().stream().anyMatch(f -> f.code().equals(rule.code()));
        if (fired != example.match()) {
          failures.add(new Failure(rule.code(), example, verdict));
        }
      }
    }
    return failures;
  }
}
