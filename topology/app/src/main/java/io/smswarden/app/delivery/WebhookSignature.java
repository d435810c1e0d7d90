package io.smswarden.app.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.hash.Hashing;
import io.smswarden.app.config.WebhookSecret;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Signs what is sent, so that its receiver knows from whom it is, that nobody changed it, and that
 * it is no old one sent again.
 *
 * @see <a
 *     href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">Standard
 *     Webhooks, Signature scheme</a>
 */
final class WebhookSignature {

  private final List<WebhookSecret> secrets;

  WebhookSignature(List<WebhookSecret> secrets) {
    this.secrets = List.copyOf(secrets);
  }

  /**
   * The header {@code webhook-signature}: for each secret {@code v1,} and the HMAC-SHA-256 of id,
   * timestamp and body in base64, with blanks between.
   *
   * @param id without a full stop
   * @param time of the attempt; its seconds count
   */
  String of(String id, Instant time, byte[] body) {
    byte[] prefix = "%s.%d.".formatted(id, time.getEpochSecond()).getBytes(UTF_8);
    return secrets.stream()
        .map(secret -> "v1," + Base64.getEncoder().encodeToString(hmac(secret, prefix, body)))
        .collect(Collectors.joining(" "));
  }

  private static byte[] hmac(WebhookSecret secret, byte[] prefix, byte[] body) {
    return Hashing.hmacSha256(secret.bytes())
        .newHasher()
        .putBytes(prefix)
        .putBytes(body)
        .hash()
        .asBytes();
  }
}
