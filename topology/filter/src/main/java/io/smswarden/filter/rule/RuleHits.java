package io.smswarden.filter.rule;

import io.smswarden.filter.model.CategoryScores;
import io.smswarden.filter.verdict.Action;
import io.smswarden.filter.verdict.Category;
import io.smswarden.filter.verdict.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the rules say of one message: a buffer to use again. Not safe for use by many threads. */
public final class RuleHits {

  private final RuleSet rules;
  private int[] fired = new int[16];
  private int[] starts = new int[16];
  private int[] ends = new int[16];
  private int count;
  private int failed;
  private int forced;
  private AccessList.Cursor allowed;
  private AccessList.Cursor blocked;

  RuleHits(RuleSet rules) {
    this.rules = rules;
  }

  void clear() {
    count = 0;
    failed = -1;
    forced = Integer.MAX_VALUE;
    allowed = null;
    blocked = null;
  }

  void allowed(AccessList.Cursor cursor) {
    allowed = cursor;
  }

  void blocked(AccessList.Cursor cursor) {
    blocked = cursor;
  }

  void failed(int rule) {
    failed = rule;
  }

  void fired(int rule, int start, int end) {
    if (count == fired.length) {
      fired = Arrays.copyOf(fired, count * 2);
      starts = Arrays.copyOf(starts, count * 2);
      ends = Arrays.copyOf(ends, count * 2);
    }
    fired[count] = rule;
    starts[count] = start;
    ends[count] = end;
    count++;
    if (rules.rules().get(rule).mode() == RuleMode.FORCE) {
      forced = Math.min(forced, rule);
    }
  }

  /** Whether no rule and no list says anything. */
  public boolean isEmpty() {
    return count == 0 && failed < 0 && allowed == null && blocked == null;
  }

  /** Log-odds that the rules add: the sum of their weights, within the rule set's cap. */
  public double logOdds() {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += rules.rules().get(fired[i]).effect().weightInForce();
    }
    return rules.cap().clamp(sum);
  }

  /** Adds what the rules in force say of the category, as signals do. */
  public void vote(CategoryScores votes) {
    for (int i = 0; i < count; i++) {
      Rule rule = rules.rules().get(fired[i]);
      votes.add(rule.category(), Math.abs(rule.effect().weightInForce()));
    }
  }

  /**
   * The action that is decided whatever the score says: the allow list goes before the block list,
   * that before rules with an action, of which the first in the rule set's order counts.
   */
  public Optional<Action> action() {
    if (allowed != null) {
      return Optional.of(Action.ALLOW);
    }
    if (blocked != null) {
      return Optional.of(Action.BLOCK);
    }
    return forced == Integer.MAX_VALUE
        ? Optional.empty()
        : rules.rules().get(forced).effect().action();
  }

  /** The category that goes with the action; empty to ask the model. */
  public Optional<Category> category() {
    if (allowed != null) {
      return Optional.empty();
    }
    if (blocked != null) {
      return blocked.entry().category();
    }
    return forced == Integer.MAX_VALUE
        ? Optional.empty()
        : Optional.of(rules.rules().get(forced).category());
  }

  /**
   * The findings of the lists and of the rule that decides, the deciding one first.
   *
   * @param category of the verdict
   */
  public List<Finding> deciding(Category category) {
    List<Finding> findings = new ArrayList<>(2);
    if (allowed != null) {
      findings.add(allowed.entry().finding(true, category, allowed.start(), allowed.end()));
    }
    if (blocked != null) {
      findings.add(blocked.entry().finding(false, category, blocked.start(), blocked.end()));
    }
    for (int i = 0; i < count; i++) {
      if (fired[i] == forced) {
        findings.add(finding(i));
      }
    }
    return findings;
  }

  /** The findings of all other rules. */
  public List<Finding> others() {
    List<Finding> findings = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      if (fired[i] != forced) {
        findings.add(finding(i));
      }
    }
    if (failed >= 0) {
      findings.add(RuleSet.failure(rules.rules().get(failed)));
    }
    return findings;
  }

  private Finding finding(int hit) {
    return rules.rules().get(fired[hit]).finding(starts[hit], ends[hit]);
  }
}
