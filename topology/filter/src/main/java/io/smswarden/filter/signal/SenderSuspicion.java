package io.smswarden.filter.signal;

import io.smswarden.filter.Message;
import io.smswarden.filter.text.TextViews;

/** A sender whose earlier messages were unwanted: its estimated share of them. */
final class SenderSuspicion implements Signal {

  /** Below this a sender is as good as an unknown one. */
  private static final double NOTABLE = 0.2;

  @Override
  public String code() {
    return "SENDER_SUSPICION";
  }

  @Override
  public void observe(Message message, TextViews views, Sink sink) {
    double suspicion = message.standing().suspicion();
    if (suspicion > NOTABLE) {
      sink.seen(suspicion, 0, 0);
    }
  }
}
