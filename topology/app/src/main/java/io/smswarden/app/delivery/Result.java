package io.smswarden.app.delivery;

import io.smswarden.schemas.UndeliveredReason;

/** How the delivery of an alert ended. */
sealed interface Result {

  /** Its subscriber has it. */
  record Arrived() implements Result {}

  /**
   * It was given up.
   *
   * @param detail what the last attempt came to; empty when there was none
   * @param attempts how many there were
   */
  record Failed(UndeliveredReason reason, String detail, int attempts) implements Result {}

  /** It is no longer ours, or the process stops: whoever reads it next delivers it. */
  record Left() implements Result {}
}
