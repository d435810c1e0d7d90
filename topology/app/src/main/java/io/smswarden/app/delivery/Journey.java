package io.smswarden.app.delivery;

import io.smswarden.schemas.UndeliveredReason;
import java.util.function.BooleanSupplier;

/**
 * What one alert has gone through so far. Its attempts follow each other, each seeing what the one
 * before left.
 */
final class Journey {

  private final Consignment consignment;
  private final BooleanSupplier wanted;
  private String lastReason = "";
  private int attempts;
  private int held;

  Journey(Consignment consignment, BooleanSupplier wanted) {
    this.consignment = consignment;
    this.wanted = wanted;
  }

  Consignment consignment() {
    return consignment;
  }

  boolean wanted() {
    return wanted.getAsBoolean();
  }

  /** Takes note of an attempt that failed; how many failures speak against the alert now. */
  int failed(String reason, boolean counts) {
    lastReason = reason;
    attempts++;
    if (counts) {
      held++;
    }
    return held;
  }

  Result.Failed end(UndeliveredReason reason) {
    return new Result.Failed(reason, lastReason, attempts);
  }
}
