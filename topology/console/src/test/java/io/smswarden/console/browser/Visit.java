package io.smswarden.console.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Somebody who looks at the pages, and all that went wrong meanwhile. */
public final class Visit implements AutoCloseable {

  private static final List<String> AA =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
  private static final double PATIENCE_MILLIS = 20_000;

  private final BrowserContext context;
  private final Page page;
  private final String address;
  private final Queue<String> faults = new ConcurrentLinkedQueue<>();

  Visit(Browser browser, String address, Look look) {
    this.address = address;
    context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setLocale(look.language())
                .setColorScheme(look.theme())
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(look.width(), look.height()));
    context.setDefaultTimeout(PATIENCE_MILLIS);
    page = context.newPage();
    String host = URI.create(address).getAuthority();
    page.onRequest(
        request -> {
          URI asked = URI.create(request.url().replaceAll("[^\\x21-\\x7e]|[{}|\\\\^`]", "_"));
          if (asked.getAuthority() != null && !asked.getAuthority().equals(host)) {
            faults.add("asked another host: " + request.url());
          }
        });
    page.onConsoleMessage(this::heard);
    page.onPageError(error -> faults.add("failed: " + error));
    page.navigate(address);
  }

  private void heard(ConsoleMessage message) {
    if (message.type().equals("error") || message.type().equals("warning")) {
      faults.add(message.text() + " at " + message.location());
    }
  }

  /** The page that is seen. */
  public Page page() {
    return page;
  }

  /** Signs in at the front door. */
  public void signIn(String user, String password) {
    page.locator("[name=user]").fill(user);
    page.locator("[name=password]").fill(password);
    page.locator(".login .primary").click();
    assertThat(page.locator("nav")).isAttached();
  }

  /** Goes to a page, and waits until it has its data. */
  public void go(String path) {
    page.navigate(address + "#/" + path);
    settle();
  }

  /** Waits until nothing is on its way. */
  public void settle() {
    assertThat(page.locator("h1")).isVisible();
    assertThat(page.locator(".loading")).hasCount(0);
  }

  /** What keeps people from using the page by WCAG 2.2 AA, in words; best none. */
  public List<String> barriers() {
    return new AxeBuilder(page)
        .withTags(AA).analyze().getViolations().stream().map(Visit::inWords).toList();
  }

  private static String inWords(Rule rule) {
    return rule.getId()
        + ": "
        + rule.getNodes().stream()
            .map(node -> node.getTarget() + " " + node.getFailureSummary())
            .toList();
  }

  /** Errors on the console, failed scripts, and requests to other hosts so far. */
  public List<String> faults() {
    return List.copyOf(faults);
  }

  /** Forgets a fault that was meant to come. */
  public void expectFault(String part) {
    faults.removeIf(fault -> fault.contains(part));
  }

  /** Keeps a picture of the page in {@code target/screenshots}. */
  public void picture(String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target", "screenshots", name + ".png")));
  }

  @Override
  public void close() {
    context.close();
  }
}
