package io.smswarden.filter.signal;

import io.smswarden.filter.Message;
import io.smswarden.filter.extract.Hosts;
import io.smswarden.filter.text.Links;
import io.smswarden.filter.text.MappedText;
import io.smswarden.filter.text.TextViews;

/** A link by a shortener, to an address, in punycode, or to a host that imitates a known one. */
final class SuspiciousLink implements Signal {

  /** Shops shorten their links as well. */
  private static final double SHORTENED = 0.1;

  private final Institutions institutions;

  SuspiciousLink(Institutions institutions) {
    this.institutions = institutions;
  }

  @Override
  public String code() {
    return "SUSPICIOUS_LINK";
  }

  @Override
  public boolean isOfText() {
    return true;
  }

  @Override
  public void observe(Message message, TextViews views, Sink sink) {
    Links links = views.links();
    for (int i = 0; i < links.count(); i++) {
      MappedText folded = views.folded();
      String host = folded.subSequence(links.hostStart(i), links.hostEnd(i)).toString();
      double strength = strength(host);
      if (strength > 0) {
        sink.seen(strength, folded.start(links.hostStart(i)), folded.end(links.hostEnd(i) - 1));
        return;
      }
    }
  }

  private double strength(String host) {
    if (Hosts.isAddress(host) || Hosts.isPunycode(host) || institutions.isImitated(host)) {
      return 1;
    }
    return Hosts.isShortener(host) ? SHORTENED : 0;
  }
}
