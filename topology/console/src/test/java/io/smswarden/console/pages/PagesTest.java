package io.smswarden.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static Fixture fixture;

  @BeforeAll
  static void start() {
    fixture = Fixture.start();
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  private static HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(fixture.address() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  @ParameterizedTest
  @CsvSource({
    "'',text/html",
    "index.html,text/html",
    "web/console.css,text/css",
    "web/js/main.js,text/javascript",
    "web/js/pages/overview.js,text/javascript",
    "web/favicon.svg,image/svg+xml",
    "web/uplot/uPlot.esm.js,text/javascript"
  })
  void aFileIsServedWithItsType(String path, String type) throws Exception {
    HttpResponse<String> response = get(path);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type"))
        .hasValueSatisfying(found -> assertThat(found).startsWith(type));
    assertThat(response.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(
            found -> assertThat(found).contains("default-src 'self'").doesNotContain("unsafe"));
  }

  @Test
  void aFileThatIsTheSameIsNotSentAgain() throws Exception {
    String tag = get("web/js/main.js").headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again = get("web/js/main.js", "If-None-Match", tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(get("web/js/main.js", "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/web/../pages/Pages.class",
        "/web/..%2fpages%2fPages.class",
        "/web/%2e%2e/%2e%2e/log4j2.xml",
        "/web/..%5c..%5clog4j2.xml",
        "/web//etc/passwd",
        "/web/js/",
        "/web/js",
        "/web/.hidden.js",
        "/web/none.js",
        "/web/js/main.js%00.css"
      })
  void nothingOutsideOfThePagesIsServed(String path) throws IOException {
    assertThat(statusLine(path)).containsAnyOf(" 400 ", " 404 ");
  }

  /** A client of our own: others tidy the path up before they send it. */
  private static String statusLine(String path) throws IOException {
    URI address = URI.create(fixture.address());
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      OutputStream out = socket.getOutputStream();
      out.write(
          "GET %s HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n"
              .formatted(path)
              .getBytes(StandardCharsets.US_ASCII));
      out.flush();
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().findFirst().orElse("");
    }
  }
}
