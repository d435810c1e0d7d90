package io.smswarden.filter.signal;

import io.smswarden.filter.Message;
import io.smswarden.filter.SenderStanding;
import io.smswarden.filter.text.TextViews;

/** A registered and verified sender: the less so, the more suspicious it has become. */
final class SenderVerified implements Signal {

  @Override
  public String code() {
    return "SENDER_VERIFIED";
  }

  @Override
  public void observe(Message message, TextViews views, Sink sink) {
    SenderStanding standing = message.standing();
    if (standing.registeredAndVerified()) {
      double trust =
          switch (standing.kind()) {
            case BANK, COURIER, GOVERNMENT, TELECOM -> 1.0;
            case COMMERCE, COLLECTOR, LENDER, OTHER, UNKNOWN -> 0.5;
          };
      sink.seen(trust * (1 - standing.suspicion()), 0, 0);
    }
  }
}
