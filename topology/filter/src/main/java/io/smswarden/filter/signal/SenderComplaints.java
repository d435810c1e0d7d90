package io.smswarden.filter.signal;

import io.smswarden.filter.Message;
import io.smswarden.filter.reputation.Evidence;
import io.smswarden.filter.reputation.OperatorOverride.Standing;
import io.smswarden.filter.text.TextViews;

/**
 * A sender complained of: full strength where a tenth of at least ten recent messages drew
 * complaints of different, reliable subscribers.
 */
final class SenderComplaints implements Signal {

  private static final double SHARE = 0.1;
  private static final double FEWEST_MESSAGES = 10;

  /** Less than half a reliable complaint is none. */
  private static final double NOTABLE = 0.5;

  @Override
  public String code() {
    return "SENDER_COMPLAINTS";
  }

  @Override
  public void observe(Message message, TextViews views, Sink sink) {
    Evidence evidence = message.standing().evidence();
    if (evidence.complained() > NOTABLE
        && !message.standing().overridden(Standing.TRUSTED, message.time())) {
      double messages = Math.max(evidence.messages(), FEWEST_MESSAGES);
      sink.seen(evidence.complained() / (messages * SHARE), 0, 0);
    }
  }
}
