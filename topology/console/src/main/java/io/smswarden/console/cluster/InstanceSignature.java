package io.smswarden.console.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.hash.Hashing;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Signs what one instance asks another, with a secret that both have: HMAC-SHA-256 over method,
 * path, time and the body's SHA-256, good for a minute. What is asked so changes nothing, so that
 * one who sends it again learns what he has seen already.
 */
public final class InstanceSignature {

  /** The header that carries it. */
  public static final String HEADER = "Smswarden-Instance";

  private static final Duration GOOD_FOR = Duration.ofMinutes(1);

  private final byte[] secret;
  private final InstantSource clock;

  /** Signs with a secret, by a clock that agrees with the others' within a minute. */
  public InstanceSignature(String secret, InstantSource clock) {
    this.secret = secret.getBytes(UTF_8);
    this.clock = clock;
  }

  /** The header's value for a request that is sent now. */
  String sign(String method, String path, byte[] body) {
    long time = clock.instant().getEpochSecond();
    return time + ":" + mac(method, path, time, body);
  }

  /** Whether a header's value is of this request and this time. */
  boolean good(String header, String method, String path, byte[] body) {
    int colon = header.indexOf(':');
    long time;
    try {
      time = Long.parseLong(header.substring(0, Math.max(colon, 0)));
    } catch (NumberFormatException e) {
      return false;
    }
    return near(time)
        && MessageDigest.isEqual(
            mac(method, path, time, body).getBytes(UTF_8),
            header.substring(colon + 1).getBytes(UTF_8));
  }

  private boolean near(long time) {
    Instant now = clock.instant();
    return Math.abs(time - now.getEpochSecond()) <= GOOD_FOR.toSeconds();
  }

  private String mac(String method, String path, long time, byte[] body) {
    return Hashing.hmacSha256(secret)
        .hashString(
            String.join(
                "\n",
                method,
                path,
                Long.toString(time),
                Hashing.sha256().hashBytes(body).toString()),
            UTF_8)
        .toString();
  }
}
