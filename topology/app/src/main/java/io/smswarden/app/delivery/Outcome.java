package io.smswarden.app.delivery;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** What came of an attempt. */
sealed interface Outcome {

  /** The receiver has it. */
  record Delivered() implements Outcome {}

  /**
   * It may work another time.
   *
   * @param reason what happened; holds neither text nor number
   * @param after how long the receiver asked for no attempt at all, if it did
   */
  record TryLater(String reason, Optional<Duration> after) implements Outcome {

    public TryLater {
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(after, "after");
    }

    TryLater(String reason) {
      this(reason, Optional.empty());
    }
  }

  /**
   * The receiver will never take this alert.
   *
   * @param reason what it said; holds neither text nor number
   */
  record Never(String reason) implements Outcome {}
}
