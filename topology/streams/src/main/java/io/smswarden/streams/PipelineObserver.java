package io.smswarden.streams;

import io.smswarden.filter.rule.RuleMode;
import io.smswarden.schemas.DeadLetterReason;
import io.smswarden.schemas.Verdict;
import java.util.Map;

/**
 * Told what the pipeline does, for metrics. Called by stream threads, for every message: quick, and
 * safe for use by many threads. What is told again after an aborted transaction is counted twice.
 */
public interface PipelineObserver {

  /** Watches nothing. */
  PipelineObserver NONE =
      new PipelineObserver() {
        @Override
        public void judged(Verdict verdict) {}

        @Override
        public void deadLetter(DeadLetterReason reason, String originTopic) {}
      };

  /** A message was judged. */
  void judged(Verdict verdict);

  /** A record went to the dead letters. */
  void deadLetter(DeadLetterReason reason, String originTopic);

  /**
   * Other rules are in force.
   *
   * @param version as verdicts show it; empty when there are none
   * @param modes what each rule does, by its code; verdicts name the codes of those that fired
   */
  default void rulesInForce(String version, Map<String, RuleMode> modes) {}

  /** A published rule set can't be used; the rules in force stay as they are. */
  default void rulesRejected() {}

  /** Tells two observers. */
  static PipelineObserver both(PipelineObserver one, PipelineObserver other) {
    return new PipelineObserver() {
      @Override
      public void judged(Verdict verdict) {
        one.judged(verdict);
        other.judged(verdict);
      }

      @Override
      public void deadLetter(DeadLetterReason reason, String originTopic) {
        one.deadLetter(reason, originTopic);
        other.deadLetter(reason, originTopic);
      }

      @Override
      public void rulesInForce(String version, Map<String, RuleMode> modes) {
        one.rulesInForce(version, modes);
        other.rulesInForce(version, modes);
      }

      @Override
      public void rulesRejected() {
        one.rulesRejected();
        other.rulesRejected();
      }
    };
  }
}
