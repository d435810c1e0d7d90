package io.smswarden.filter.rule;

import io.smswarden.filter.extract.Hosts;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A link that is all of this.
 *
 * @param kinds of one of these kinds; empty for any
 * @param hosts to one of these hosts; empty for any
 * @param domains to one of these hosts or one below it; empty for any
 */
record LinkCondition(Set<Kind> kinds, List<String> hosts, List<String> domains)
    implements Condition {

  /** What a host tells. */
  enum Kind {
    /** Any link. */
    ANY,
    /** By a link shortener. */
    SHORTENER,
    /** To an address instead of a name. */
    ADDRESS,
    /** To a name with letters outside ASCII. */
    PUNYCODE;

    boolean is(String host) {
      return switch (this) {
        case ANY -> true;
        case SHORTENER -> Hosts.isShortener(host);
        case ADDRESS -> Hosts.isAddress(host);
        case PUNYCODE -> Hosts.isPunycode(host);
      };
    }
  }

  LinkCondition {
    kinds = Set.copyOf(kinds);
    hosts = List.copyOf(hosts);
    domains = List.copyOf(domains);
  }

  @Override
  public boolean holds(Facts facts) {
    for (int link = 0; link < facts.links(); link++) {
      String host = facts.host(link);
      if ((kinds.isEmpty() || kinds.stream().anyMatch(kind -> kind.is(host)))
          && (hosts.isEmpty() || hosts.contains(host))
          && (domains.isEmpty() || domains.stream().anyMatch(domain -> below(host, domain)))) {
        facts.addLink(link);
        return true;
      }
    }
    return false;
  }

  static boolean below(String host, String domain) {
    return host.endsWith(domain)
        && (host.length() == domain.length()
            || host.charAt(host.length() - domain.length() - 1) == '.');
  }

  @Override
  public Anchors anchors() {
    Anchors any = new Anchors(List.of(new Anchor.OfLink()));
    Anchors named =
        new Anchors(hosts.stream().<Anchor>map(host -> new Anchor.OfHost(host, false)).toList());
    Anchors below =
        new Anchors(
            domains.stream().<Anchor>map(domain -> new Anchor.OfHost(domain, true)).toList());
    return Stream.of(named, below).reduce(any, Anchors::and);
  }
}
