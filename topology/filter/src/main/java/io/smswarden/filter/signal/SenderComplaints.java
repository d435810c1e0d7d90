package io.smswarden.filter.signal;

import io.smswarden.filter.Message;
import io.smswarden.filter.SenderStanding;
import io.smswarden.filter.text.TextViews;

/** A sender complained of: full strength where a tenth of at least ten messages drew complaints. */
final class SenderComplaints implements Signal {

  private static final double SHARE = 0.1;
  private static final long FEWEST_MESSAGES = 10;

  @Override
  public String code() {
    return "SENDER_COMPLAINTS";
  }

  @Override
  public void observe(Message message, TextViews views, Sink sink) {
    SenderStanding standing = message.standing();
    if (standing.complaints() > 0) {
      double messages = Math.max(standing.messages(), FEWEST_MESSAGES);
      sink.seen(standing.complaints() / (messages * SHARE), 0, 0);
    }
  }
}
