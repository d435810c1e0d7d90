package io.smswarden.filter.signal;

import io.smswarden.filter.Message;
import io.smswarden.filter.reputation.OperatorOverride.Standing;
import io.smswarden.filter.text.TextViews;

/** A sender of whom the operator's staff decided, while that is in force. */
final class SenderOverridden implements Signal {

  private final Standing standing;

  SenderOverridden(Standing standing) {
    this.standing = standing;
  }

  @Override
  public String code() {
    return "SENDER_" + standing.name();
  }

  @Override
  public void observe(Message message, TextViews views, Sink sink) {
    if (message.standing().overridden(standing, message.time())) {
      sink.seen(1, 0, 0);
    }
  }
}
