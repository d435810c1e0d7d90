/**
 * Operators' rules: read from YAML, compiled once, immutable. {@code deploy/rules/README.md}
 * describes the language for those who write it.
 *
 * <h2>Who decides</h2>
 *
 * <ol>
 *   <li>an entry of the allow list in force,
 *   <li>an entry of the block list in force,
 *   <li>of the rules with an action that fired, the first in the rule set,
 *   <li>the score: text model, signals and the rules' weights within their cap, against the
 *       category's thresholds, which the rule set may change.
 * </ol>
 *
 * Only the fourth has to do with the score, so that a verdict's score can be computed again from
 * the model's log-odds and the findings ({@link io.smswarden.filter.Filter#logOdds}). A shadow rule
 * is a finding of weight 0. Lists end and times of day apply by the message's own time.
 *
 * <h2>How a message is matched</h2>
 *
 * All literals of all rules are in one trie ({@code Literals}), run over two views of the text: one
 * with numbers as classes, which the signals' phrases match as well, and one with digits as
 * written, which regexes match. Each rule is filed under the rarest thing that it needs ({@code
 * Anchors}, {@code RuleIndex}): a literal, also one that every match of its regex must hold ({@code
 * RegexLiterals}), a signal, a host, a sender. Only rules that are suggested so are asked. The few
 * that need nothing of the kind are asked for every message, and their number is limited when the
 * rule set is read.
 */
package io.smswarden.filter.rule;
