package io.smswarden.console.access;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.google.common.hash.Hashing;
import com.google.common.io.BaseEncoding;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An API key as a program sends it: {@code sw_<id>_<secret>}. Whatever looks so is one, for those
 * who search repositories for secrets.
 */
record KeySecret(String id, String secret) {

  private static final Pattern FORM = Pattern.compile("sw_([0-9a-f]{8})_([0-9a-f]{64})");
  private static final int ID_BYTES = 4;
  private static final int SECRET_BYTES = 32;

  static KeySecret random(SecureRandom random) {
    return new KeySecret(hex(random, ID_BYTES), hex(random, SECRET_BYTES));
  }

  static Optional<KeySecret> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(new KeySecret(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  /** The whole key, to be shown once. */
  String text() {
    return "sw_" + id + "_" + secret;
  }

  String hash() {
    return Hashing.sha256().hashString(secret, US_ASCII).toString();
  }

  boolean fits(String hash) {
    return MessageDigest.isEqual(hash().getBytes(US_ASCII), hash.getBytes(US_ASCII));
  }

  private static String hex(SecureRandom random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return BaseEncoding.base16().lowerCase().encode(bytes);
  }

  @Override
  public String toString() {
    return "KeySecret[" + id + "]";
  }
}
