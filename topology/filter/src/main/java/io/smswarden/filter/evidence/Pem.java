package io.smswarden.filter.evidence;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The blocks of a key file (RFC 7468), by their labels. */
record Pem(List<Block> blocks) {

  static final String PRIVATE = "PRIVATE KEY";
  static final String PUBLIC = "PUBLIC KEY";
  static final String SECRET = "SMSWARDEN EVIDENCE SECRET";

  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z ]+)-----\\s([A-Za-z0-9+/=\\s]*)-----END \\1-----");

  /** What stands between a BEGIN and its END. */
  record Block(String label, String base64) {

    byte[] bytes() {
      try {
        return Base64.getMimeDecoder().decode(base64);
      } catch (IllegalArgumentException e) {
        throw new EvidenceKeyException("its %s block is no Base64".formatted(label), e);
      }
    }
  }

  static Pem read(String text) {
    return new Pem(
        BLOCK
            .matcher(text)
            .results()
            .map(match -> new Block(match.group(1), match.group(2)))
            .toList());
  }

  static String block(String label, byte[] bytes) {
    String lines = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(bytes);
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, lines, label);
  }

  PublicKeys publicKeys() {
    List<PublicKey> keys = new ArrayList<>();
    for (Block block : blocks) {
      if (block.label().equals(PUBLIC)) {
        try {
          keys.add(factory().generatePublic(new X509EncodedKeySpec(block.bytes())));
        } catch (GeneralSecurityException e) {
          throw new EvidenceKeyException("its PUBLIC KEY is not one of Ed25519", e);
        }
      }
    }
    return new PublicKeys(keys);
  }

  PrivateKey privateKey() {
    try {
      return factory().generatePrivate(new PKCS8EncodedKeySpec(only(PRIVATE)));
    } catch (GeneralSecurityException e) {
      throw new EvidenceKeyException("its PRIVATE KEY is not one of Ed25519", e);
    }
  }

  byte[] secret() {
    byte[] secret = only(SECRET);
    if (secret.length != Hash.BYTES) {
      throw new EvidenceKeyException("its %s is not of 32 bytes".formatted(SECRET));
    }
    return secret;
  }

  private byte[] only(String label) {
    Optional<Block> found = blocks.stream().filter(b -> b.label().equals(label)).findFirst();
    return found
        .orElseThrow(() -> new EvidenceKeyException("it holds no %s block".formatted(label)))
        .bytes();
  }

  private static KeyFactory factory() throws GeneralSecurityException {
    return KeyFactory.getInstance(EvidenceKeys.ALGORITHM);
  }
}
