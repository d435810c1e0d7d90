package io.smswarden.console.sender;

import io.smswarden.schemas.ComplaintStats;
import io.smswarden.schemas.SenderReputation;
import java.util.List;

/** What the cluster's state says of one sender. */
public sealed interface SenderFacts {

  /**
   * Something is known.
   *
   * @param hours counts by hour that were wanted
   * @param days counts by day that were wanted
   */
  record Known(SenderReputation reputation, List<ComplaintStats> hours, List<ComplaintStats> days)
      implements SenderFacts {

    /** Copies. */
    public Known {
      hours = List.copyOf(hours);
      days = List.copyOf(days);
    }
  }

  /** Nothing was ever seen of it. */
  record Unknown() implements SenderFacts {}

  /** Nobody can say now. */
  record NotNow(String reason) implements SenderFacts {}
}
