package io.smswarden.filter.extract;

import io.smswarden.filter.text.HostNames;
import java.util.Set;

/** What a link's host tells by itself. */
public final class Hosts {

  private static final Set<String> SHORTENERS =
      Set.of(
          ("t.cn url.cn dwz.cn dwz.win suo.im suo.nz mrw.so u.nu bit.ly tinyurl.com t.co goo.gl is.gd ow.ly"
                  + " cutt.ly rb.gy shorturl.at tiny.cc v.gd buff.ly rebrand.ly t.ly s.id x.co qr.ae adf.ly"
                  + " 985.so c1n.cn m6z.cn 0x9.me t.hk sourl.cn rrd.me w.url.cn t.im tb.cn l.ead.me")
              .split(" "));

  private Hosts() {}

  /** Whether a host is that of a link shortener. */
  public static boolean isShortener(String host) {
    return SHORTENERS.contains(host);
  }

  /** Whether a host is an address instead of a name. */
  public static boolean isAddress(String host) {
    return HostNames.isAddress(host, 0, host.length());
  }

  /** Whether a host has letters outside ASCII, written in punycode (RFC 3492). */
  public static boolean isPunycode(String host) {
    return host.startsWith("xn--") || host.contains(".xn--");
  }
}
