package io.smswarden.filter.signal;

import io.smswarden.filter.Message;
import io.smswarden.filter.SenderId;
import io.smswarden.filter.SenderStanding;
import io.smswarden.filter.text.MappedText;
import io.smswarden.filter.text.TextViews;
import java.util.Optional;

/**
 * A signature of an institution from a sender that is not registered to it: full strength from a
 * subscriber's number or another organisation's, half from a short code or name that is not
 * registered at all. An unknown sender says nothing.
 */
final class UnregisteredInstitution implements Signal {

  private static final double NOT_REGISTERED = 0.5;
  private static final int LONGEST_SIGNATURE = 20;

  private final Institutions institutions;

  UnregisteredInstitution(Institutions institutions) {
    this.institutions = institutions;
  }

  @Override
  public String code() {
    return "UNREGISTERED_INSTITUTION";
  }

  @Override
  public void observe(Message message, TextViews views, Sink sink) {
    Optional<SenderId> sender = message.sender();
    if (sender.isEmpty()) {
      return;
    }
    MappedText text = views.folded();
    for (int start = 0; start < text.length(); start++) {
      if (text.charAt(start) == '[') {
        int end = close(text, start);
        if (end > 0) {
          String signature = text.subSequence(start + 1, end).toString();
          if (institutions.named(signature) && !registered(message.standing(), signature)) {
            sink.seen(strength(sender.get(), message.standing()), text.start(start), text.end(end));
            return;
          }
        }
      }
    }
  }

  private boolean registered(SenderStanding standing, String signature) {
    return standing.organisation().filter(o -> institutions.owns(o, signature)).isPresent();
  }

  private static double strength(SenderId sender, SenderStanding standing) {
    boolean subscriber = sender.value().startsWith("+");
    return subscriber || standing.organisation().isPresent() ? 1 : NOT_REGISTERED;
  }

  private static int close(MappedText text, int start) {
    int limit = Math.min(text.length(), start + LONGEST_SIGNATURE + 2);
    for (int i = start + 2; i < limit; i++) {
      if (text.charAt(i) == ']') {
        return i;
      }
    }
    return -1;
  }
}
