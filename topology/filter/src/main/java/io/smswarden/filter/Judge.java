package io.smswarden.filter;

import io.smswarden.filter.rule.RuleSet;
import io.smswarden.filter.rule.RuleSetException;
import io.smswarden.filter.verdict.Verdict;
import io.smswarden.filter.verdict.Versions;

/** Gives verdicts. Safe for use by many threads; the same message gives the same verdict. */
public interface Judge {

  /** The verdict of a message. */
  Verdict judge(Message message);

  /** What its verdicts are made with. */
  Versions versions();

  /** The operator's rules that its verdicts heed. */
  default RuleSet rules() {
    return RuleSet.NONE;
  }

  /**
   * The same judge with other rules.
   *
   * @param yaml the rule set, see {@link RuleSet#read}
   * @throws RuleSetException when it has faults
   * @throws UnsupportedOperationException when it heeds no rules
   */
  default Judge withRules(String yaml) {
    throw new UnsupportedOperationException("this judge heeds no rules");
  }
}
