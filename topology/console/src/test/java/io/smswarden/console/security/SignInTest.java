package io.smswarden.console.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.smswarden.console.access.Account;
import io.smswarden.console.access.Front;
import io.smswarden.console.http.Role;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInTest {

  @TempDir Path directory;
  private WholeConsole console;

  @BeforeEach
  void start() {
    console = new WholeConsole(directory);
  }

  @AfterEach
  void stop() {
    console.close();
  }

  @Test
  void whoSignsInGetsACookieThatNoScriptAndNoOtherSiteCanUse() {
    HttpResponse<String> response = console.browser().signIn("analyst", WholeConsole.PASSWORD);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(Browser.setCookie(response))
        .hasValueSatisfying(
            cookie ->
                assertThat(cookie)
                    .contains("HttpOnly", "SameSite=Strict", "Path=/")
                    .doesNotContain("Secure", "Max-Age", "Expires"));
    assertThat(Browser.json(response).path("role").asText()).isEqualTo("ANALYST");
    assertThat(Browser.json(response).path("permissions").toString()).contains("OVERRIDE");
    assertThat(console.cluster.actions()).containsExactly("SIGN_IN");
  }

  @Test
  void aWrongPasswordAndAnUnknownNameGetTheSameAnswer() {
    HttpResponse<String> wrong = console.browser().signIn("admin", "wrong password");
    HttpResponse<String> unknown = console.browser().signIn("nobody", "wrong password");

    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(unknown.statusCode()).isEqualTo(401);
    assertThat(unknown.body()).isEqualTo(wrong.body());
    assertThat(console.cluster.actions()).containsExactly("SIGN_IN_REFUSED", "SIGN_IN_REFUSED");
  }

  @Test
  void whoGuessesHasToWaitEvenWithTheRightPassword() {
    for (int i = 0; i < 5; i++) {
      assertThat(console.browser().signIn("admin", "wrong password").statusCode()).isEqualTo(401);
    }

    HttpResponse<String> tooSoon = console.browser().signIn("admin", WholeConsole.PASSWORD);
    assertThat(tooSoon.statusCode()).isEqualTo(429);
    assertThat(tooSoon.headers().firstValue("Retry-After")).hasValue("1");

    console.pass(Duration.ofSeconds(2));
    assertThat(console.browser().signIn("admin", WholeConsole.PASSWORD).statusCode())
        .isEqualTo(200);
  }

  @Test
  void anAddressThatTriesManyNamesHasToWait() {
    for (int i = 0; i < 20; i++) {
      assertThat(console.browser().signIn("name" + i, "wrong password").statusCode())
          .isEqualTo(401);
    }

    assertThat(console.browser().signIn("viewer", WholeConsole.PASSWORD).statusCode())
        .isEqualTo(429);
  }

  @Test
  void signingInEndsTheSessionBefore() {
    Browser browser = console.browser(Role.VIEWER);
    String before = browser.cookie();
    browser.signIn("viewer", WholeConsole.PASSWORD);

    assertThat(browser.cookie()).isNotEqualTo(before);
    assertThat(console.browser().cookie(before).get("/api/v1/session").statusCode()).isEqualTo(401);
  }

  @Test
  void aCookieOfSomebodyElsesMakingIsNeverTakenOver() {
    Browser browser = console.browser().cookie("smswarden=planted");
    browser.signIn("viewer", WholeConsole.PASSWORD);

    assertThat(browser.cookie()).isNotEqualTo("smswarden=planted");
    assertThat(console.browser().cookie("smswarden=planted").get("/api/v1/session").statusCode())
        .isEqualTo(401);
  }

  @Test
  void signingOutEndsTheSession() {
    Browser browser = console.browser(Role.VIEWER);
    String cookie = browser.cookie();

    assertThat(browser.send("DELETE", "/api/v1/session", "").statusCode()).isEqualTo(204);
    assertThat(console.browser().cookie(cookie).get("/api/v1/session").statusCode()).isEqualTo(401);
  }

  @Test
  void aSessionThatIsNotUsedEnds() {
    Browser browser = console.browser(Role.VIEWER);
    console.pass(Duration.ofMinutes(29));
    assertThat(browser.get("/api/v1/session").statusCode()).isEqualTo(200);
    console.pass(Duration.ofMinutes(31));
    assertThat(browser.get("/api/v1/session").statusCode()).isEqualTo(401);
  }

  @Test
  void aSessionThatIsUsedAllTheTimeEndsAsWell() {
    Browser browser = console.browser(Role.VIEWER);
    for (int i = 0; i < 36; i++) {
      console.pass(Duration.ofMinutes(20));
      browser.get("/api/v1/session");
    }
    assertThat(browser.get("/api/v1/session").statusCode()).isEqualTo(401);
  }

  @Test
  void anotherPasswordEndsAllOtherSessions() {
    Browser here = console.browser(Role.VIEWER);
    Browser there = console.browser(Role.VIEWER);

    HttpResponse<String> changed =
        here.send(
            "PUT",
            "/api/v1/session/password",
            "{\"old\":\"%s\",\"new\":\"another long password\"}".formatted(WholeConsole.PASSWORD));

    assertThat(changed.statusCode()).isEqualTo(204);
    assertThat(here.get("/api/v1/session").statusCode()).isEqualTo(200);
    assertThat(there.get("/api/v1/session").statusCode()).isEqualTo(401);
    assertThat(console.browser().signIn("viewer", WholeConsole.PASSWORD).statusCode())
        .isEqualTo(401);
    assertThat(console.browser().signIn("viewer", "another long password").statusCode())
        .isEqualTo(200);
  }

  @Test
  void aRemovedAccountIsOutAtOnce() {
    Browser viewer = console.browser(Role.VIEWER);

    assertThat(
            console.browser(Role.ADMIN).send("DELETE", "/api/v1/accounts/viewer", "").statusCode())
        .isEqualTo(204);
    assertThat(viewer.get("/api/v1/session").statusCode()).isEqualTo(401);
  }

  @Test
  void anotherRoleHoldsAtOnce() {
    Browser viewer = console.browser(Role.VIEWER);
    console
        .accounts()
        .change(
            all ->
                all.with(
                    new Account(
                        "viewer", Role.ANALYST, all.account("viewer").orElseThrow().password())));

    assertThat(viewer.get("/api/v1/dead-letters").statusCode()).isEqualTo(200);
  }

  @Test
  void theLastAdminStays() {
    HttpResponse<String> refused =
        console.browser(Role.ADMIN).send("DELETE", "/api/v1/accounts/admin", "");

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(console.accounts().current().account("admin")).isPresent();
  }

  @Test
  void behindATrustedProxyTheCookieIsSecureAndTheAddressTheBrowsers() {
    stop();
    console =
        new WholeConsole(
            directory, new Front(Set.of(), Optional.empty(), false, true), Optional.empty());
    HttpResponse<String> response =
        console
            .browser()
            .header("X-Forwarded-Proto", "https")
            .header("X-Forwarded-For", "198.51.100.1, 192.0.2.7")
            .signIn("viewer", WholeConsole.PASSWORD);

    assertThat(Browser.setCookie(response))
        .hasValueSatisfying(cookie -> assertThat(cookie).contains("Secure"));
    assertThat(response.headers().firstValue("Strict-Transport-Security")).isPresent();
    assertThat(console.cluster.audit.values().get(0).getAddress()).isEqualTo("192.0.2.7");
  }

  @Test
  void withoutAProxyNobodyIsBelievedWhereItComesFrom() {
    HttpResponse<String> response =
        console
            .browser()
            .header("X-Forwarded-Proto", "https")
            .header("X-Forwarded-For", "192.0.2.7")
            .signIn("viewer", WholeConsole.PASSWORD);

    assertThat(response.headers().firstValue("Strict-Transport-Security")).isEmpty();
    assertThat(console.cluster.audit.values().get(0).getAddress()).isEqualTo("127.0.0.1");
  }
}
