package io.smswarden.app.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.smswarden.console.browser.Chromium;
import io.smswarden.console.browser.Look;
import io.smswarden.console.browser.Visit;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator's people do with the console, in a browser, while the demo runs. */
class ConsoleIT {

  private static final Pattern ADDRESS = Pattern.compile("Console (http://127\\.0\\.0\\.1:\\d+)");
  private static final Pattern PASSWORD = Pattern.compile("password (\\S+)");
  private static final double PATIENCE_MILLIS = 60_000;
  private static final ContainsTextOptions PATIENTLY =
      new ContainsTextOptions().setTimeout(PATIENCE_MILLIS);

  @TempDir static Path directory;

  private static Chromium chromium;
  private static DemoProcess demo;
  private static String address;
  private static String password;

  @BeforeAll
  static void start() throws Exception {
    chromium = Chromium.start();
    demo =
        DemoProcess.start(
            directory.resolve("said"), "--messages", "2000", "--rate", "200", "--http-port", "0");
    address = demo.awaitMatch(ADDRESS) + "/";
    password = demo.awaitMatch(PASSWORD);
    HttpRequest ready = HttpRequest.newBuilder(URI.create(address + "health/ready")).build();
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () ->
                HttpClient.newHttpClient().send(ready, BodyHandlers.discarding()).statusCode()
                    == 200);
  }

  @AfterAll
  static void stop() throws Exception {
    if (demo != null) {
      demo.kill();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  private static Visit signedIn(String language) {
    Visit visit = chromium.visit(address, Look.desk(language, ColorScheme.LIGHT));
    visit.signIn("admin", password);
    return visit;
  }

  private static Locator button(Page page, String name) {
    return page.locator("main")
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  private static void reloadUntilSeen(Visit visit, String selector) {
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () -> {
              visit.page().reload();
              visit.settle();
              return visit.page().locator(selector).count() > 0;
            });
  }

  @Test
  void aWarningArrivesLiveAndLeadsToItsSender() {
    try (Visit visit = signedIn("zh-CN")) {
      Page page = visit.page();
      visit.go("warnings");
      assertThat(page.locator(".feed > li.fresh").first())
          .containsText(Pattern.compile("警告|拦截"), PATIENTLY);
      visit.picture("demo-warnings");
      // Else another one arrives between reading who it is and following the link.
      button(page, "暂停").click();
      Locator sender = page.locator(".feed .sender").first();
      String id = sender.innerText();
      sender.click();
      assertThat(page.locator("h1")).hasText(id);
      // The pipeline hears of its own estimate a moment after the warning.
      reloadUntilSeen(visit, ".estimate");
      visit.settle();
      visit.picture("demo-sender");
      assertThat(visit.faults()).isEmpty();
    }
  }

  @Test
  void aComplaintMovesTheSendersReputation() {
    try (Visit visit = signedIn("en-GB")) {
      Page page = visit.page();
      visit.go("senders");
      reloadUntilSeen(visit, "tbody .sender");
      visit.picture("demo-senders");
      // The least suspicious one: of those on top, one complaint more moves no second decimal.
      page.locator("tbody .sender").last().click();
      page.locator("main")
          .getByText("Report", new Locator.GetByTextOptions().setExact(true))
          .click();
      page.locator("[name=complainant]").fill("+8613800138000");
      button(page, "Submit").click();
      assertThat(page.locator("main .callout.good")).containsText("Suspicion went from", PATIENTLY);
      visit.picture("demo-complaint");
      assertThat(visit.faults()).isEmpty();
    }
  }

  @Test
  void aBadRuleShowsItsLineAndAGoodOneTakesEffect() {
    String rules =
        """
        version: browser-1
        rules:
          - code: BROWSER_TRIAL
            category: FRAUD
            weight: 5.0
            zh: 浏览器测试
            en: a browser's test
            when:
              text: [蓝色河马]
        """;
    try (Visit visit = signedIn("en-GB")) {
      Page page = visit.page();
      visit.go("rules");
      Locator yaml = page.locator("#rules-yaml");
      yaml.fill(rules.replace("weight", "wieght"));
      assertThat(page.locator(".errors")).containsText("Line 5");
      assertThat(page.locator(".gutter .faulty").last()).hasText("5");
      assertThat(button(page, "Publish")).isDisabled();
      visit.picture("demo-rules-fault");
      yaml.fill(rules);
      assertThat(page.locator(".status")).containsText("all usable");
      button(page, "Backtest").click();
      assertThat(page.locator("main")).containsText("Examined", PATIENTLY);
      visit.picture("demo-rules-backtest");
      button(page, "Publish").click();
      page.locator("dialog [name=note]").fill("a test");
      page.locator("dialog .primary").click();
      assertThat(page.locator(".force")).containsText("browser-1", PATIENTLY);
      visit.go("check");
      page.locator("[name=text]").fill("今天动物园里有蓝色河马");
      await()
          .atMost(Duration.ofMinutes(1))
          .until(
              () -> {
                button(page, "Check").click();
                assertThat(page.locator("main .big")).isVisible();
                return page.locator("main .reasons").innerText().contains("BROWSER_TRIAL");
              });
      visit.picture("demo-check");
      assertThat(visit.faults()).isEmpty();
    }
  }

  @Test
  void everyPageSpeaksBothLanguagesWithoutAFaultOrABarrier() {
    try (Visit visit = signedIn("zh-CN")) {
      Page page = visit.page();
      for (String path :
          List.of(
              "",
              "warnings",
              "senders",
              "campaigns",
              "complaints",
              "rules",
              "dead-letters",
              "health",
              "audit",
              "accounts")) {
        visit.go(path);
        assertThat(visit.barriers()).as(path).isEmpty();
        visit.picture("demo-" + (path.isEmpty() ? "overview" : path) + "-zh");
        String chinese = page.locator("h1").innerText();
        page.locator(".language").click();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(page.locator("h1")).not().hasText(chinese);
        page.locator(".language").click();
        assertThat(page.locator("html")).hasAttribute("lang", "zh-Hans");
      }
      assertThat(visit.faults()).isEmpty();
    }
  }
}
