package io.smswarden.app.http;

import io.smswarden.app.config.TlsFiles;
import io.smswarden.app.exit.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the listener's certificate and private key. */
final class Tls {

  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");
  private static final List<String> ALGORITHMS = List.of("EC", "RSA", "EdDSA");

  /** Only in memory. */
  private static final char[] NO_PASSWORD = new char[0];

  /** What was read, with the password of its entries. */
  record Identity(KeyStore keys, String password) {}

  private Tls() {}

  /**
   * Reads them.
   *
   * @throws UserError when they can't be read or don't belong together
   */
  static Identity read(TlsFiles files) {
    try {
      return files instanceof TlsFiles.PemFiles pem
          ? pem(pem)
          : keystore((TlsFiles.Keystore) files);
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw UserError.wrongUse(
          "can't use %s: %s; see smswarden.http.tls.*"
              .formatted(
                  files instanceof TlsFiles.PemFiles pem ? pem : files,
                  e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()),
          e);
    }
  }

  private static Identity keystore(TlsFiles.Keystore store)
      throws IOException, GeneralSecurityException {
    return new Identity(
        KeyStore.getInstance(store.file().toFile(), store.password().toCharArray()),
        store.password());
  }

  private static Identity pem(TlsFiles.PemFiles pem) throws IOException, GeneralSecurityException {
    Certificate[] chain;
    try (InputStream in = Files.newInputStream(pem.certificate())) {
      chain =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(in)
              .toArray(Certificate[]::new);
    }
    KeyStore keys = KeyStore.getInstance("PKCS12");
    keys.load(null, null);
    keys.setKeyEntry("console", key(pem.key()), NO_PASSWORD, chain);
    return new Identity(keys, "");
  }

  private static PrivateKey key(Path file) throws IOException, GeneralSecurityException {
    Matcher pem = KEY.matcher(Files.readString(file, StandardCharsets.US_ASCII));
    if (!pem.find()) {
      throw new IllegalArgumentException(
          "the key is not in PKCS #8 without a password; 'openssl pkcs8 -topk8 -nocrypt' makes it so");
    }
    PKCS8EncodedKeySpec encoded =
        new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem.group(1)));
    for (String algorithm : ALGORITHMS) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(encoded);
      } catch (InvalidKeySpecException e) {
        // Of another kind.
      }
    }
    throw new IllegalArgumentException("the key is of none of the kinds " + ALGORITHMS);
  }
}
