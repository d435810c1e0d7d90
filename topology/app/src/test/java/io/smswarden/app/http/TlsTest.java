package io.smswarden.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smswarden.app.config.TlsFiles;
import io.smswarden.app.exit.UserError;
import io.smswarden.app.metrics.Metrics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.kafka.streams.KafkaStreams.State;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsTest {

  private static final String PASSWORD = "changeit";

  @TempDir static Path directory;
  private static KeyStore store;

  @BeforeAll
  static void certificate() throws Exception {
    for (String algorithm : new String[] {"RSA", "EC"}) {
      Process keytool =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                  "-genkeypair",
                  "-alias",
                  algorithm,
                  "-keyalg",
                  algorithm,
                  "-dname",
                  "CN=localhost",
                  "-ext",
                  "san=dns:localhost,ip:127.0.0.1",
                  "-keystore",
                  file().toString(),
                  "-storepass",
                  PASSWORD)
              .redirectErrorStream(true)
              .start();
      assertThat(keytool.waitFor()).as(() -> text(keytool)).isZero();
    }
    store = KeyStore.getInstance(file().toFile(), PASSWORD.toCharArray());
  }

  private static String text(Process process) {
    try {
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static Path file() {
    return directory.resolve("tls.p12");
  }

  private static Path pem(String name, String kind, byte[] content) throws IOException {
    return Files.writeString(
        directory.resolve(name),
        "-----BEGIN %s-----%n%s%n-----END %s-----%n"
            .formatted(kind, Base64.getMimeEncoder().encodeToString(content), kind));
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "EC"})
  void aCertificateInPemIsShown(String algorithm) throws Exception {
    Path certificate =
        pem(algorithm + ".crt", "CERTIFICATE", store.getCertificate(algorithm).getEncoded());
    Path key =
        pem(
            algorithm + ".key",
            "PRIVATE KEY",
            store.getKey(algorithm, PASSWORD.toCharArray()).getEncoded());

    assertThat(status(new TlsFiles.PemFiles(certificate, key))).isEqualTo(200);
  }

  @Test
  void aKeystoreIsShown() throws Exception {
    assertThat(status(new TlsFiles.Keystore(file(), PASSWORD))).isEqualTo(200);
  }

  @Test
  void filesThatAreNotWhatTheyShouldBeAreToldWithoutThePassword() throws Exception {
    assertThatThrownBy(() -> status(new TlsFiles.Keystore(file(), "another password")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("tls.p12")
        .hasMessageNotContaining("another");
    Path old = pem("old.key", "RSA PRIVATE KEY", new byte[] {1, 2, 3});
    Path certificate = pem("good.crt", "CERTIFICATE", store.getCertificate("RSA").getEncoded());
    assertThatThrownBy(() -> status(new TlsFiles.PemFiles(certificate, old)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("openssl pkcs8");
    assertThatThrownBy(() -> status(new TlsFiles.PemFiles(directory.resolve("none"), old)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("none");
  }

  private static int status(TlsFiles files)
      throws IOException, InterruptedException, GeneralSecurityException {
    try (Metrics metrics = new Metrics(InstantSource.fixed(Instant.EPOCH));
        HttpServer server =
            HttpServer.start(
                "127.0.0.1",
                0,
                Optional.of(files),
                metrics,
                new Health(() -> State.RUNNING),
                config -> {})) {
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry("RSA", store.getCertificate("RSA"));
      trusted.setCertificateEntry("EC", store.getCertificate("EC"));
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return HttpClient.newBuilder()
          .sslContext(context)
          .build()
          .send(
              HttpRequest.newBuilder(
                      URI.create("https://127.0.0.1:%d/health/live".formatted(server.port())))
                  .build(),
              BodyHandlers.ofString())
          .statusCode();
    }
  }
}
