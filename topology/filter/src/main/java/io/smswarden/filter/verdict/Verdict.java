package io.smswarden.filter.verdict;

import java.util.List;

/**
 * The judgement of one message.
 *
 * @param score probability in [0,1] that the message is unwanted
 * @param category of what kind it is
 * @param action what the thresholds make of both
 * @param modelLogit calibrated log-odds of the text model alone
 * @param findings what was observed: first the list entry or rule that decided the action, if one
 *     did, then the strongest first
 * @param versions what it was made with
 * @param textScore probability in [0,1] by the text and the operator's rules alone, without what is
 *     known of its sender and its campaign
 */
public record Verdict(
    double score,
    Category category,
    Action action,
    double modelLogit,
    List<Finding> findings,
    Versions versions,
    double textScore) {

  public Verdict {
    findings = List.copyOf(findings);
  }

  /** A verdict by the text alone. */
  public Verdict(
      double score,
      Category category,
      Action action,
      double modelLogit,
      List<Finding> findings,
      Versions versions) {
    this(score, category, action, modelLogit, findings, versions, score);
  }

  /** Whether the message goes to the warnings. */
  public boolean flagged() {
    return action != Action.ALLOW;
  }
}
