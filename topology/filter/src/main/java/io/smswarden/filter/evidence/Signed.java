package io.smswarden.filter.evidence;

/**
 * An Ed25519 signature (RFC 8032) of a hash's 32 bytes.
 *
 * @param keyId which key it was made with; see {@link PublicKeys}
 * @param signature 128 lower-case hexadecimal digits
 */
public record Signed(String keyId, String signature) {

  private static final int BYTES = 64;

  public Signed {
    if (!Hash.isHex(signature, BYTES)) {
      throw new IllegalArgumentException("a signature is 128 lower-case hexadecimal digits");
    }
  }
}
