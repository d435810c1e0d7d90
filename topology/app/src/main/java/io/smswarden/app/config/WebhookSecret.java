package io.smswarden.app.config;

import java.util.Base64;

/**
 * A key that webhooks are signed with, in the form of Standard Webhooks: {@code whsec_} and 24 to
 * 64 bytes in base64. {@link #toString()} masks it.
 *
 * @param base64 the bytes, without the prefix
 * @see <a
 *     href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">Standard
 *     Webhooks, Signature scheme</a>
 */
public record WebhookSecret(String base64) {

  private static final String PREFIX = "whsec_";
  private static final int LEAST = 24;
  private static final int MOST = 64;

  public WebhookSecret {
    int length = Base64.getDecoder().decode(base64).length;
    if (length < LEAST || length > MOST) {
      throw new IllegalArgumentException("%d bytes are not 24 to 64".formatted(length));
    }
  }

  /**
   * A secret as it is written.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static WebhookSecret parse(String text) {
    if (!text.startsWith(PREFIX)) {
      throw new IllegalArgumentException("no secret of a webhook");
    }
    return new WebhookSecret(text.substring(PREFIX.length()));
  }

  /** The key itself. */
  public byte[] bytes() {
    return Base64.getDecoder().decode(base64);
  }

  @Override
  public String toString() {
    return PREFIX + "********";
  }
}
