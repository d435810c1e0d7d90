package io.smswarden.app.command.report;

import io.smswarden.filter.evaluation.LabelledMessage;
import io.smswarden.filter.verdict.Verdict;

/** A labelled message with its verdict, and where it stands. */
record Judged(String place, LabelledMessage message, Verdict verdict) {

  /** How far the score is from the label, in [0,1]. */
  double wrongness() {
    return message.unwanted() ? 1 - verdict.score() : verdict.score();
  }
}
