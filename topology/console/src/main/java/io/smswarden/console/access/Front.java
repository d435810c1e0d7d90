package io.smswarden.console.access;

import com.google.common.base.Splitter;
import com.google.common.net.HostAndPort;
import com.google.common.net.InetAddresses;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import io.smswarden.console.http.ProblemException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How the console is reached.
 *
 * @param hosts names that it is reached by, besides its addresses and localhost
 * @param publicUrl where browsers reach it; empty when that is where it listens
 * @param tls whether it listens with TLS
 * @param behindProxy whether a reverse proxy is before it, whose X-Forwarded headers are to be
 *     believed
 */
public record Front(Set<String> hosts, Optional<URI> publicUrl, boolean tls, boolean behindProxy) {

  private static final String LOCALHOST = "localhost";

  /** Copies the hosts. */
  public Front {
    hosts = Set.copyOf(hosts);
  }

  /** Whether the browser came by TLS. */
  boolean secure(Context request) {
    return tls
        || (behindProxy && "https".equalsIgnoreCase(request.header(Header.X_FORWARDED_PROTO)));
  }

  /** Where the request comes from: of several proxies only the last one's word is taken. */
  String address(Context request) {
    String forwarded = behindProxy ? request.header(Header.X_FORWARDED_FOR) : null;
    if (forwarded == null) {
      return request.ip();
    }
    List<String> way = Splitter.on(',').trimResults().splitToList(forwarded);
    String last = way.get(way.size() - 1);
    return InetAddresses.isInetAddress(last) ? last : request.ip();
  }

  /**
   * Refuses an unsafe request that another site had a browser send.
   *
   * @throws ProblemException 403
   */
  void checkOrigin(Context request) {
    String host = Optional.ofNullable(request.header(Header.HOST)).orElse("");
    if (!ours(host)) {
      throw ProblemException.of(
          HttpStatus.FORBIDDEN,
          "the console is not reached by this name; set smswarden.console.public-url");
    }
    String origin = request.header(Header.ORIGIN);
    if ("cross-site".equals(request.header("Sec-Fetch-Site"))
        || (origin != null && !sameAs(host, origin))) {
      throw ProblemException.of(HttpStatus.FORBIDDEN, "another site sent this request");
    }
  }

  /** A name that we don't know may be another site's that was made to mean our address. */
  private boolean ours(String host) {
    try {
      String name = HostAndPort.fromString(host).getHost();
      return name.equalsIgnoreCase(LOCALHOST)
          || InetAddresses.isInetAddress(name)
          || hosts.stream().anyMatch(name::equalsIgnoreCase)
          || publicUrl.filter(url -> name.equalsIgnoreCase(url.getHost())).isPresent();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private boolean sameAs(String host, String origin) {
    try {
      URI uri = URI.create(origin);
      String authority = uri.getAuthority();
      return authority != null
          && (authority.equalsIgnoreCase(host)
              || publicUrl
                  .filter(url -> authority.equalsIgnoreCase(url.getAuthority()))
                  .isPresent());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
