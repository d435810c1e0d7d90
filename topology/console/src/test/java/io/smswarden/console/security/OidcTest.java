package io.smswarden.console.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.smswarden.console.access.Front;
import io.smswarden.console.access.OidcSettings;
import io.smswarden.console.http.Role;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OidcTest {

  @TempDir Path directory;
  private FakeProvider provider;
  private WholeConsole console;

  @BeforeEach
  void start() throws Exception {
    provider = new FakeProvider();
    int port = freePort();
    URI uri = URI.create("http://127.0.0.1:" + port);
    console =
        new WholeConsole(
            directory,
            port,
            new Front(Set.of(), Optional.of(uri), false, false),
            Optional.of(
                new OidcSettings(
                    provider.issuer(),
                    "warden",
                    "the secret",
                    uri,
                    "realm_access.roles",
                    Map.of("desk", Role.AGENT, "spam", Role.ANALYST))));
  }

  @AfterEach
  void stop() {
    console.close();
    provider.close();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static HttpClient browser() {
    return HttpClient.newBuilder()
        .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
        .followRedirects(HttpClient.Redirect.NORMAL)
        .build();
  }

  private HttpResponse<String> get(HttpClient browser, String path)
      throws IOException, InterruptedException {
    return browser.send(
        HttpRequest.newBuilder(URI.create(console.uri() + path)).build(), BodyHandlers.ofString());
  }

  @Test
  void whoTheProviderKnowsIsLetInWithTheRoleOfItsGroup() throws Exception {
    provider.groups = List.of("everybody", "desk", "spam");
    HttpClient browser = browser();
    get(browser, "/api/v1/session/oidc");

    HttpResponse<String> session = get(browser, "/api/v1/session");
    assertThat(session.statusCode()).isEqualTo(200);
    assertThat(Browser.json(session).path("user").asText()).isEqualTo("oidc:li.wei");
    assertThat(Browser.json(session).path("role").asText()).isEqualTo("ANALYST");
    assertThat(Browser.json(session).path("csrf").asText()).isNotEmpty();
    assertThat(console.cluster.actions()).containsExactly("SIGN_IN");
    assertThat(Browser.json(get(browser, "/api/v1/session/methods")).path("oidc").asText())
        .isEqualTo("/api/v1/session/oidc");
  }

  @Test
  void whoIsInNoGroupOfOursIsNotLetIn() throws Exception {
    provider.groups = List.of("everybody");
    HttpClient browser = browser();

    assertThat(get(browser, "/api/v1/session/oidc").statusCode()).isEqualTo(403);
    assertThat(get(browser, "/api/v1/session").statusCode()).isEqualTo(401);
    assertThat(console.cluster.actions()).containsExactly("SIGN_IN_REFUSED");
  }

  @Test
  void aTokenOfAnotherSignInIsNotGood() throws Exception {
    provider.groups = List.of("spam");
    provider.otherNonce = "of another";

    assertThat(get(browser(), "/api/v1/session/oidc").statusCode()).isEqualTo(403);
  }

  @Test
  void whoDidNotBeginHereCannotEndHere() throws Exception {
    provider.groups = List.of("spam");

    assertThat(
            get(browser(), "/api/v1/session/oidc/callback?code=code-0&state=planted").statusCode())
        .isEqualTo(400);
  }

  @Test
  void aProviderThatIsGoneIsTold() throws Exception {
    provider.close();
    assertThat(get(browser(), "/api/v1/session/oidc").statusCode()).isEqualTo(503);
  }
}
