package io.smswarden.filter.signal;

import io.smswarden.filter.Message;
import io.smswarden.filter.reputation.OperatorOverride.Standing;
import io.smswarden.filter.text.TextViews;

/**
 * A sender whose earlier messages were unwanted: the least share of them that the evidence leaves
 * room for. Uncertainty is not guilt.
 */
final class SenderSuspicion implements Signal {

  /** Below this a sender is as good as an unknown one. */
  private static final double NOTABLE = 0.1;

  @Override
  public String code() {
    return "SENDER_SUSPICION";
  }

  @Override
  public void observe(Message message, TextViews views, Sink sink) {
    double share = message.standing().estimate().lower();
    if (share > NOTABLE && !message.standing().overridden(Standing.TRUSTED, message.time())) {
      sink.seen(share, 0, 0);
    }
  }
}
