package io.smswarden.filter.evidence;

import java.util.HexFormat;
import java.util.Objects;

/**
 * 32 bytes that SHA-256 or HMAC-SHA-256 gave.
 *
 * @param hex as 64 lower-case hexadecimal digits
 */
public record Hash(String hex) {

  /** Length in bytes. */
  public static final int BYTES = 32;

  /** What the first record of a chain has as its predecessor. */
  public static final Hash NONE = new Hash("0".repeat(2 * BYTES));

  private static final HexFormat HEX = HexFormat.of();

  /**
   * A hash.
   *
   * @throws IllegalArgumentException when it isn't 64 lower-case hexadecimal digits
   */
  public Hash {
    Objects.requireNonNull(hex, "hex");
    if (!isHex(hex, BYTES)) {
      throw new IllegalArgumentException("a hash is 64 lower-case hexadecimal digits");
    }
  }

  /** The hash of 32 bytes. */
  public static Hash of(byte[] bytes) {
    return new Hash(HEX.formatHex(bytes));
  }

  /** The 32 bytes. */
  public byte[] bytes() {
    return HEX.parseHex(hex);
  }

  /** Enough of it for a person to tell it from others. */
  public String brief() {
    return hex.substring(0, 12);
  }

  static boolean isHex(String text, int bytes) {
    return text.length() == 2 * bytes
        && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }
}
