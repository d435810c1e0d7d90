package io.smswarden.filter.evidence;

/**
 * Stands for a subscriber; only who has the key can tell for whom: HMAC-SHA-256 of the number.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Pseudonym(String hex) {

  public Pseudonym {
    if (!Hash.isHex(hex, Hash.BYTES)) {
      throw new IllegalArgumentException("a pseudonym is 64 lower-case hexadecimal digits");
    }
  }
}
