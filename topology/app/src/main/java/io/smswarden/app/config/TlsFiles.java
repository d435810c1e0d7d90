package io.smswarden.app.config;

import java.nio.file.Path;

/** Where the certificate is that the HTTP listener shows, and its private key. */
public sealed interface TlsFiles {

  /**
   * Files in PEM.
   *
   * @param certificate the certificate, and behind it those up to its issuer
   * @param key the private key, in PKCS #8 without a password
   */
  record PemFiles(Path certificate, Path key) implements TlsFiles {}

  /** A keystore in PKCS #12 or JKS. */
  record Keystore(Path file, String password) implements TlsFiles {
    @Override
    public String toString() {
      return "Keystore[" + file + "]";
    }
  }
}
