package io.smswarden.streams;

import io.smswarden.schemas.DeadLetterReason;
import io.smswarden.schemas.Verdict;

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
}
