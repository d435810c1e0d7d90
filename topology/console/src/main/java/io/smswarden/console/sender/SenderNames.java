package io.smswarden.console.sender;

import io.smswarden.filter.SenderId;
import io.smswarden.streams.Regions;
import java.util.Optional;

/** What a sender ID says by itself. */
final class SenderNames {

  private SenderNames() {}

  /** {@code MSISDN}, {@code SHORT_CODE} or {@code ALPHANUMERIC}. */
  static String kind(SenderId sender) {
    if (sender.value().startsWith("+")) {
      return "MSISDN";
    }
    return sender.value().chars().allMatch(c -> c >= '0' && c <= '9')
        ? "SHORT_CODE"
        : "ALPHANUMERIC";
  }

  /** Where a number is at home. */
  static Optional<String> region(SenderId sender) {
    return sender.value().startsWith("+") ? Regions.of(sender.value()) : Optional.empty();
  }
}
