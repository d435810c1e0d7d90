package io.smswarden.console.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.smswarden.console.browser.Chromium;
import io.smswarden.console.browser.Look;
import io.smswarden.console.browser.Visit;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people do with the pages, in a browser, over answers written by hand. */
class PagesIT {

  private static final String SENDER = "%2B8617100002020";
  private static final List<String> ALL =
      List.of(
          "",
          "warnings",
          "senders",
          "sender/" + SENDER,
          "campaigns",
          "campaign/c-77b2e0",
          "complaints",
          "subscribers",
          "check",
          "rules",
          "dead-letters",
          "health",
          "audit",
          "accounts",
          "password");

  private static Chromium chromium;

  private Fixture fixture;

  @BeforeAll
  static void startBrowser() {
    chromium = Chromium.start();
  }

  @AfterAll
  static void stopBrowser() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void startServer() {
    fixture = Fixture.start();
  }

  @AfterEach
  void stopServer() {
    fixture.close();
  }

  private Visit visit(String language) {
    return chromium.visit(fixture.address(), Look.desk(language, ColorScheme.LIGHT));
  }

  private Visit signedIn(String role) {
    Visit visit = visit("en-GB");
    visit.signIn(role, "right");
    return visit;
  }

  @ParameterizedTest
  @CsvSource({"zh-CN,LIGHT", "en-GB,DARK"})
  void noPageHasABarrierOrAFault(String language, ColorScheme theme) {
    SoftAssertions all = new SoftAssertions();
    try (Visit visit = chromium.visit(fixture.address(), Look.desk(language, theme))) {
      all.assertThat(visit.barriers()).as("login").isEmpty();
      visit.picture(name("login", language, theme, "desk"));
      visit.signIn("admin", "right");
      for (String path : ALL) {
        visit.go(path);
        all.assertThat(visit.barriers()).as(path).isEmpty();
        visit.picture(name(path, language, theme, "desk"));
      }
      all.assertThat(visit.faults()).isEmpty();
    }
    all.assertAll();
  }

  @ParameterizedTest
  @CsvSource({"en-GB,LIGHT", "zh-CN,DARK"})
  void noPageIsWiderThanAPhone(String language, ColorScheme theme) {
    SoftAssertions all = new SoftAssertions();
    try (Visit visit = chromium.visit(fixture.address(), Look.phone(language, theme))) {
      visit.signIn("admin", "right");
      for (String path : ALL) {
        visit.go(path);
        all.assertThat(visit.page().evaluate("document.documentElement.scrollWidth"))
            .as(path)
            .isEqualTo(390);
        visit.picture(name(path, language, theme, "phone"));
      }
      visit.page().locator(".menu").click();
      assertThat(visit.page().locator("nav a").first()).isVisible();
      all.assertThat(visit.barriers()).as("menu").isEmpty();
      all.assertThat(visit.faults()).isEmpty();
    }
    all.assertAll();
  }

  private static String name(String path, String language, ColorScheme theme, String size) {
    String page = path.isEmpty() ? "overview" : path.replaceAll("[^a-z-].*", "");
    return String.join(
        "-", page, language.substring(0, 2), theme.name().toLowerCase(Locale.ROOT), size);
  }

  @Test
  void theChosenLanguageAndThemeStay() {
    try (Visit visit = visit("zh-CN")) {
      visit.signIn("admin", "right");
      Page page = visit.page();
      assertThat(page.locator("html")).hasAttribute("lang", "zh-Hans");
      assertThat(page.locator("h1")).hasText("总览");
      page.locator(".language").click();
      assertThat(page.locator("h1")).hasText("Overview");
      page.locator(".theme").click();
      page.locator(".theme").click();
      assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
      page.reload();
      assertThat(page.locator("h1")).hasText("Overview");
      assertThat(page.locator("html")).hasAttribute("lang", "en");
      assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
      assertThat(visit.faults()).isEmpty();
    }
  }

  @Test
  void everythingIsReachedByKeyboard() {
    try (Visit visit = signedIn("admin")) {
      Page page = visit.page();
      visit.settle();
      page.keyboard().press("/");
      assertThat(page.locator("#search")).isFocused();
      page.keyboard().type("+86 171 0000 2020");
      page.keyboard().press("Enter");
      assertThat(page.locator("h1")).hasText("+8617100002020");
      page.keyboard().press("g");
      page.keyboard().press("s");
      assertThat(page.locator("h1")).hasText("Suspicious senders");
      assertThat(page.locator("h1")).isFocused();
      page.keyboard().press("?");
      assertThat(page.locator("dialog")).isVisible();
      assertThat(visit.barriers()).isEmpty();
      page.keyboard().press("Escape");
      assertThat(page.locator("dialog")).hasCount(0);
      page.reload();
      visit.settle();
      page.keyboard().press("Tab");
      assertThat(page.locator(".skip")).isFocused();
      page.keyboard().press("Enter");
      assertThat(page.locator("main")).isFocused();
    }
  }

  @Test
  void aWarningArrivesLiveAndWaitsWhileOnePauses() {
    try (Visit visit = signedIn("analyst")) {
      Page page = visit.page();
      visit.go("warnings");
      Locator first = page.locator(".feed > li").first();
      warnUntilSeen(first, "live-1", "+8617000009991", "first");
      assertThat(first).containsText("+8617000009991");
      page.keyboard().press("p");
      fixture.warn("live-2", "+8617000009992", "second");
      assertThat(page.locator(".live")).containsText("1 new while paused");
      assertThat(first).containsText("+8617000009991");
      page.keyboard().press("p");
      assertThat(first).containsText("+8617000009992");
      assertThat(visit.faults()).isEmpty();
    }
  }

  /** Again and again, since a reader may come later than its page; a page shows each id once. */
  private void warnUntilSeen(Locator first, String id, String sender, String text) {
    Awaitility.await()
        .until(
            () -> {
              fixture.warn(id, sender, text);
              return first.innerText().contains(sender);
            });
  }

  @Test
  void markupInAMessageIsText() {
    String text = "<img src=x onerror=alert(1)><script>alert(2)</script>";
    try (Visit visit = signedIn("analyst")) {
      visit.go("warnings");
      Locator first = visit.page().locator(".feed > li").first();
      warnUntilSeen(first, "live-1", "<b>ALPHA</b>", text);
      assertThat(first.locator(".message")).hasText(text);
      assertThat(first.locator("img, script, b")).hasCount(0);
      assertThat(visit.faults()).isEmpty();
    }
  }

  @Test
  void aTextIsShownInClearToWhoMayAndThatIsAudited() {
    try (Visit visit = signedIn("agent")) {
      visit.go("warnings");
      Locator card = visit.page().locator(".feed > li").first();
      card.locator("button").click();
      assertThat(card.locator("mark.against").last()).hasText("etc-rz.example.com");
      assertThat(fixture.audited()).hasSize(1);
    }
    try (Visit visit = signedIn("viewer")) {
      visit.go("warnings");
      assertThat(visit.page().locator(".feed > li").first()).containsText("…");
      assertThat(visit.page().locator(".feed button")).hasCount(0);
      assertThat(visit.page().locator("nav a[href='#/rules']")).hasCount(0);
      visit.go("rules");
      assertThat(visit.page().locator("main")).containsText("Not permitted");
    }
  }

  private static Locator button(Page page, String name) {
    return page.locator("main")
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  @Test
  void aBadRuleShowsItsLineAndAGoodOneIsTriedAndPublished() {
    try (Visit visit = signedIn("analyst")) {
      Page page = visit.page();
      visit.go("rules");
      Locator yaml = page.locator("#rules-yaml");
      yaml.fill("version: mine-1\nrules:\n  - code: A\n    wieght: 3\n");
      assertThat(page.locator(".errors")).containsText("Line 4, column 5");
      assertThat(page.locator(".gutter .faulty")).hasText("4");
      assertThat(yaml).hasAttribute("aria-invalid", "true");
      assertThat(button(page, "Publish")).isDisabled();
      assertThat(visit.barriers()).isEmpty();
      visit.picture("rules-fault");
      yaml.fill("version: mine-1\nrules:\n  - code: A\n    weight: 3\n");
      assertThat(page.locator(".status")).containsText("1 rule");
      button(page, "Backtest").click();
      assertThat(page.locator("main")).containsText("Newly flagged");
      visit.picture("rules-backtest");
      button(page, "Publish").click();
      page.locator("dialog [name=note]").fill("a note");
      assertThat(page.locator("dialog")).containsText("14 newly flagged");
      assertThat(visit.barriers()).isEmpty();
      page.locator("dialog .primary").click();
      assertThat(page.locator(".note")).containsText("starter-2");
      assertThat(visit.faults()).isEmpty();
    }
  }

  @Test
  void aComplaintShowsWhatItChanged() {
    try (Visit visit = signedIn("agent")) {
      Page page = visit.page();
      visit.go("sender/" + SENDER);
      page.getByText("Report", new Page.GetByTextOptions().setExact(true)).click();
      assertThat(page.locator("[name=sender]")).hasValue("+8617100002020");
      page.locator("[name=complainant]").fill("+8613800000000");
      page.locator("form .primary").click();
      assertThat(page.locator("main")).containsText("Suspicion went from 0.95 to 0.96");
      assertThat(visit.faults()).isEmpty();
    }
  }

  @Test
  void aDecisionByHandIsTaken() {
    try (Visit visit = signedIn("analyst")) {
      Page page = visit.page();
      visit.go("sender/" + SENDER);
      page.getByText("Decide by hand").click();
      page.locator("dialog [name=standing]").selectOption("BLOCKED");
      page.locator("dialog [name=reason]").fill("confirmed");
      assertThat(visit.barriers()).isEmpty();
      page.locator("dialog .primary").click();
      assertThat(page.locator(".note")).isVisible();
      assertThat(fixture.audited()).containsExactly("override +8617100002020");
    }
  }

  @Test
  void whoIsNotSignedInComesBackToWhereHeWantedToBe() {
    try (Visit visit = visit("en-GB")) {
      Page page = visit.page();
      page.navigate(fixture.address() + "#/sender/" + SENDER);
      assertThat(page).hasURL(Pattern.compile(".*#/login\\?next=.*"));
      page.locator("[name=user]").fill("analyst");
      page.locator("[name=password]").fill("wrong");
      page.locator(".login .primary").click();
      assertThat(page.locator(".form-note")).hasText("User or password is wrong.");
      page.locator("[name=password]").fill("often");
      page.locator(".login .primary").click();
      assertThat(page.locator(".form-note")).containsText("30 seconds");
      assertThat(visit.barriers()).isEmpty();
      page.locator("[name=password]").fill("right");
      page.locator(".login .primary").click();
      assertThat(page.locator("h1")).hasText("+8617100002020");
      visit.settle();
      page.context().clearCookies();
      page.locator("nav a[href='#/senders']").click();
      assertThat(page).hasURL(Pattern.compile(".*#/login\\?next=.*senders.*"));
    }
  }

  @Test
  void whatIsBeingRestoredShowsByItself() {
    fixture.restoring(true);
    try (Visit visit = signedIn("viewer")) {
      visit.page().navigate(fixture.address() + "#/sender/" + SENDER);
      assertThat(visit.page().locator(".waiting")).containsText("partition 3 is being restored");
      assertThat(visit.barriers()).isEmpty();
      visit.picture("restoring");
      fixture.restoring(false);
      assertThat(visit.page().locator(".estimate")).isVisible();
    }
  }

  @Test
  void emptyListsSayWhatIsMissing() {
    fixture.empty(true);
    try (Visit visit = signedIn("admin")) {
      for (String path :
          List.of("warnings", "senders", "campaigns", "complaints", "dead-letters")) {
        visit.go(path);
        assertThat(visit.page().locator(".state-title").first()).isVisible();
        assertThat(visit.barriers()).as(path).isEmpty();
      }
      visit.go("sender/nobody");
      assertThat(visit.page().locator(".state-title")).hasText("Not found");
    }
  }

  @Test
  void aListGoesOnWhereItEnded() {
    try (Visit visit = signedIn("viewer")) {
      visit.go("senders");
      Locator rows = visit.page().locator("tbody tr");
      assertThat(rows).hasCount(12);
      visit.page().getByText("Show more").click();
      assertThat(rows).hasCount(17);
    }
  }
}
