package io.smswarden.filter.rule;

import io.smswarden.filter.Message;
import io.smswarden.filter.signal.Observations;
import io.smswarden.filter.text.TextViews;

/**
 * Matches one message at a time against a rule set. The work depends on what the message holds, not
 * on the number of rules; nothing is allocated where no rule is looked at. Not safe for use by many
 * threads.
 */
public final class RuleMatcher {

  private final RuleSet rules;
  private final RuleIndex index;
  private final Facts facts;
  private final AccessList.Cursor allowed;
  private final AccessList.Cursor blocked;
  private final RuleHits hits;
  private final int[] generations;
  private final int[] candidates;
  private final NameTable.Sink bySender;
  private final NameTable.Sink byHost;
  private int count;
  private int generation;

  RuleMatcher(RuleSet rules) {
    this.rules = rules;
    this.index = rules.index();
    this.facts = new Facts(rules, literal -> suggest(index.byLiteral(literal)));
    this.allowed = rules.allowList().new Cursor(facts);
    this.blocked = rules.blockList().new Cursor(facts);
    this.hits = new RuleHits(rules);
    this.generations = new int[rules.rules().size()];
    this.candidates = new int[generations.length];
    this.bySender = place -> suggest(index.bySender(place));
    this.byHost = place -> suggest(index.byHost(place));
  }

  /**
   * What the rules say of a message.
   *
   * @param views the message's text, read
   * @param seen what the signals saw
   * @return valid until the next call
   */
  public RuleHits match(Message message, TextViews views, Observations seen) {
    hits.clear();
    if (rules.isEmpty()) {
      return hits;
    }
    facts.begin(message, views, seen);
    generation++;
    count = 0;
    if (allowed.find()) {
      hits.allowed(allowed);
    }
    if (blocked.find()) {
      hits.blocked(blocked);
    }
    suggest(index.always());
    rules.literals().scan(facts);
    for (int i = 0; i < seen.count(); i++) {
      suggest(index.bySignal(seen.row(i)));
    }
    if (views.links().count() > 0) {
      suggest(index.byLink());
      index.findHosts(facts, byHost);
    }
    index.findSender(message, bySender);
    for (int i = 0; i < count; i++) {
      evaluate(candidates[i]);
    }
    return hits;
  }

  private void suggest(int[] suggested) {
    for (int rule : suggested) {
      if (generations[rule] != generation) {
        generations[rule] = generation;
        candidates[count++] = rule;
      }
    }
  }

  private void evaluate(int rule) {
    facts.clearSpan();
    try {
      if (rules.rules().get(rule).condition().holds(facts)) {
        hits.fired(rule, facts.spanStart(), facts.spanEnd());
      }
    } catch (RuntimeException e) {
      // A broken rule must silence neither the message nor its neighbours; the finding tells of it.
      hits.failed(rule);
    }
  }
}
