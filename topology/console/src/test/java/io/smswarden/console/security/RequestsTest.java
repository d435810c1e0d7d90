package io.smswarden.console.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smswarden.console.http.Role;
import io.smswarden.filter.Msisdn;
import io.smswarden.schemas.AuditEntry;
import io.smswarden.schemas.Category;
import io.smswarden.schemas.ComplaintReport;
import io.smswarden.schemas.DeadLetter;
import io.smswarden.schemas.DeadLetterReason;
import io.smswarden.schemas.ReportChannel;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestsTest {

  private static final String COMPLAINT =
      "{\"complainant\":\"+8613800138000\",\"sender\":\"10690000000001\"}";
  private static final String SCRIPT = "<script>alert(1)</script>";

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
  void aSessionsUnsafeRequestNeedsItsToken() {
    Browser browser = console.browser(Role.ANALYST);

    assertThat(browser.send("POST", "/api/v1/complaints", COMPLAINT).statusCode()).isEqualTo(202);
    assertThat(
            browser
                .header("X-CSRF-Token", "wrong")
                .send("POST", "/api/v1/complaints", COMPLAINT)
                .statusCode())
        .isEqualTo(403);
    Browser without = console.browser().cookie(browser.cookie());
    assertThat(without.send("POST", "/api/v1/complaints", COMPLAINT).statusCode()).isEqualTo(403);
    assertThat(without.send("DELETE", "/api/v1/rules", "").statusCode()).isEqualTo(403);
    assertThat(without.get("/api/v1/session").statusCode()).isEqualTo(200);
  }

  @Test
  void theTokenOfAnotherSessionIsNotGood() {
    Browser one = console.browser(Role.ANALYST);
    Browser other = console.browser(Role.ANALYST);

    assertThat(
            one.cookie(other.cookie()).send("POST", "/api/v1/complaints", COMPLAINT).statusCode())
        .isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "null", "http://127.0.0.1:1", "not a url"})
  void aRequestThatAnotherSiteSentIsRefused(String origin) {
    Browser browser = console.browser(Role.ANALYST).header("Origin", origin);

    assertThat(browser.send("POST", "/api/v1/complaints", COMPLAINT).statusCode()).isEqualTo(403);
    assertThat(
            console
                .browser()
                .header("Origin", origin)
                .signIn("viewer", WholeConsole.PASSWORD)
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void aRequestOfTheConsolesOwnPagesIsNotRefused() {
    Browser browser = console.browser(Role.ANALYST).header("Origin", console.uri().toString());

    assertThat(browser.send("POST", "/api/v1/complaints", COMPLAINT).statusCode()).isEqualTo(202);
  }

  @Test
  void aProgramNeedsNoToken() {
    assertThat(console.program(Role.APP).send("POST", "/api/v1/complaints", COMPLAINT).statusCode())
        .isEqualTo(202);
  }

  @Test
  void aKeyThatIsNotGoodIsRefusedAndThenThrottled() {
    Browser browser =
        console.browser().header("Authorization", "Bearer sw_00000000_" + "0".repeat(64));
    for (int i = 0; i < 20; i++) {
      assertThat(browser.get("/api/v1/session").statusCode()).isEqualTo(401);
    }
    assertThat(browser.get("/api/v1/session").statusCode()).isEqualTo(429);
    assertThat(console.program(Role.VIEWER).get("/api/v1/session").statusCode()).isEqualTo(200);
  }

  @Test
  void aKeyIsGoodUntilItExpires() {
    Browser program =
        console
            .browser()
            .header("Authorization", "Bearer " + console.keyUntil(console.now().plusSeconds(60)));
    assertThat(program.get("/api/v1/session").statusCode()).isEqualTo(200);
    console.pass(Duration.ofSeconds(60));
    assertThat(program.get("/api/v1/session").statusCode()).isEqualTo(401);
  }

  @Test
  void aKeyOfOneSubscriberActsForNoOther() {
    Browser app =
        console.browser().header("Authorization", "Bearer " + console.keyOf("+8613800138000"));

    assertThat(app.send("POST", "/api/v1/complaints", COMPLAINT).statusCode()).isEqualTo(202);
    assertThat(app.send("POST", "/api/v1/complaints", "{\"messageId\":\"17\"}").statusCode())
        .isEqualTo(202);
    assertThat(console.cluster.reports.values())
        .allSatisfy(report -> assertThat(report.getComplainant()).isEqualTo("+8613800138000"));
    assertThat(
            app.send("POST", "/api/v1/complaints", COMPLAINT.replace("138000", "138001"))
                .statusCode())
        .isEqualTo(403);
    assertThat(app.get("/api/v1/subscribers/+8613800138001/preferences").statusCode())
        .isEqualTo(403);
    assertThat(app.get("/api/v1/subscribers/+8613800138001/alerts").statusCode()).isEqualTo(403);
    assertThat(app.get("/api/v1/subscribers/+8613800138000/alerts").statusCode()).isEqualTo(200);
    assertThat(app.get("/api/v1/feed/alerts?subscriber=%2B8613800138001").statusCode())
        .isIn(403, 406);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/api/v1/session", "/api/v1/nowhere", "/api/v1/session/methods"})
  void everyAnswerHasTheHeaders(String path) {
    var headers = console.browser().get(path).headers();

    assertThat(headers.firstValue("Content-Security-Policy"))
        .hasValueSatisfying(
            policy ->
                assertThat(policy)
                    .contains("default-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe"));
    assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
    if (path.startsWith("/api")) {
      assertThat(headers.firstValue("Cache-Control")).hasValue("no-store");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/json | {                                       | 400",
        "application/json | []                                      | 400",
        "application/json | {\"a\":1} {\"b\":2}                     | 400",
        "application/json | {\"sender\":\"1\",\"sender\":\"2\"}     | 400",
        "application/json | {\"role\":\"ADMIN\"}                    | 422",
        "application/json | {\"complainant\":5}                     | 422",
        "application/json | {\"complainant\":\"not a number\",\"sender\":\"1\"} | 422",
        "application/json | {\"complainant\":\"+8613800138000\"}    | 422",
        "text/plain       | {\"complainant\":\"+8613800138000\"}    | 415",
        "application/x-www-form-urlencoded | a=b                    | 415",
      })
  void aBodyThatIsNotAsItShouldBeIsRefused(String type, String body, int status) {
    HttpResponse<String> response =
        console
            .program(Role.AGENT)
            .header("Content-Type", type.strip())
            .send("POST", "/api/v1/complaints", body.strip());

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type"))
        .hasValueSatisfying(it -> assertThat(it).startsWith("application/problem+json"));
    assertThat(console.cluster.written).isEmpty();
  }

  @Test
  void aBodyThatIsTooLargeIsRefused() {
    String large = COMPLAINT.replace("{", "{\"text\":\"" + "x".repeat(200_000) + "\",");
    assertTooLarge(() -> console.program(Role.AGENT).send("POST", "/api/v1/complaints", large));
    assertTooLarge(() -> console.browser().send("POST", "/api/v1/session", "x".repeat(70_000)));
  }

  /** Who is refused while sending may find the connection closed before the answer is read. */
  private static void assertTooLarge(Supplier<HttpResponse<String>> sent) {
    await()
        .ignoreExceptionsInstanceOf(UncheckedIOException.class)
        .untilAsserted(() -> assertThat(sent.get().statusCode()).isEqualTo(413));
  }

  @Test
  void aBodyThatIsNestedWithoutEndIsRefused() {
    String nested = "{\"sender\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}";
    assertThat(console.program(Role.AGENT).send("POST", "/api/v1/complaints", nested).statusCode())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../../../../etc/passwd",
        "/..%2f..%2f..%2fetc%2fpasswd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/api/v1/rules/history/..%2f..%2fetc%2fpasswd",
        "/api/v1/dead-letters/..%5c..%5cetc%5cpasswd",
        "/api/v1/warnings/%00",
      })
  void noPathLeadsOutOfTheConsole(String path) {
    HttpResponse<String> response = console.program(Role.ADMIN).get(path);

    assertThat(response.statusCode()).isIn(400, 404, 503);
    assertThat(response.body()).doesNotContain("root:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/senders/a%0d%0aSet-Cookie:%20x=y/override"})
  void nothingThatIsSentBecomesAHeader(String path) {
    Browser analyst = console.browser(Role.ANALYST);
    HttpResponse<String> response =
        analyst.send(
            "PUT", path, "{\"standing\":\"BLOCKED\",\"reason\":\"a\\r\\nSet-Cookie: x=y\"}");

    assertThat(response.statusCode()).isBetween(400, 499);
    assertThat(response.headers().allValues("Set-Cookie")).isEmpty();
    HttpResponse<String> evidence =
        analyst.send(
            "POST",
            "/api/v1/evidence/export",
            "{\"sender\":\"10690000000001\\r\\nX: y\",\"reason\":\"a case\"}");
    assertThat(evidence.statusCode()).isEqualTo(422);
  }

  @Test
  void aScriptInAMessageStaysText() {
    console.cluster.reports.add(
        new Msisdn("+8613800138000"),
        new ComplaintReport(
            "r1",
            "+8613800138000",
            ReportChannel.SHORT_CODE,
            SCRIPT,
            "\"><img src=x onerror=alert(1)>",
            null,
            Category.UNKNOWN,
            console.now()),
        console.now());

    HttpResponse<String> response =
        console.browser(Role.AGENT).get("/api/v1/complaints?unmask=true");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(Browser.json(response).path("items").path(0).path("text").asText())
        .isEqualTo(SCRIPT);
    assertThat(response.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
    assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
  }

  @Test
  void subscribersAndTextsAreMaskedUnlessAskedForByWhoMayAndThatIsOnRecord() {
    console
        .program(Role.AGENT)
        .send(
            "POST",
            "/api/v1/complaints",
            COMPLAINT.replace("{", "{\"text\":\"Pay 8400 today or we call your family\","));

    String masked = console.browser(Role.VIEWER).get("/api/v1/complaints").body();
    assertThat(masked).contains("+86138****00", "Pay **** tod…").doesNotContain("family");
    assertThat(console.browser(Role.VIEWER).get("/api/v1/complaints?unmask=true").statusCode())
        .isEqualTo(403);
    String clear = console.browser(Role.AGENT).get("/api/v1/complaints?unmask=true").body();
    assertThat(clear).contains("+8613800138000", "family");
    assertThat(console.cluster.actions()).filteredOn("UNMASK"::equals).hasSize(1);
  }

  @Test
  void whatIsNotOnRecordIsNotDone() {
    console.program(Role.AGENT).send("POST", "/api/v1/complaints", COMPLAINT);
    Browser agent = console.browser(Role.AGENT);
    Browser admin = console.browser(Role.ADMIN);
    console.cluster.failAudit();
    console.cluster.written.clear();

    assertThat(agent.get("/api/v1/complaints?unmask=true").statusCode()).isEqualTo(503);
    assertThat(agent.get("/api/v1/subscribers/+8613800138000/preferences").statusCode())
        .isEqualTo(503);
    assertThat(agent.send("POST", "/api/v1/complaints", COMPLAINT).statusCode()).isEqualTo(503);
    assertThat(admin.send("DELETE", "/api/v1/rules", "").statusCode()).isEqualTo(503);
    assertThat(
            admin
                .send(
                    "POST",
                    "/api/v1/evidence/export",
                    "{\"sender\":\"10690000000001\",\"reason\":\"a case\"}")
                .statusCode())
        .isEqualTo(503);
    assertThat(admin.send("DELETE", "/api/v1/accounts/viewer", "").statusCode()).isEqualTo(503);
    assertThat(console.cluster.written).isEmpty();
    assertThat(console.accounts().current().account("viewer")).isPresent();
    assertThat(console.browser().signIn("viewer", WholeConsole.PASSWORD).statusCode())
        .isEqualTo(200);
  }

  @Test
  void theAuditLogIsReadNewestFirstWithSubscribersMasked() {
    Browser admin = console.browser(Role.ADMIN);
    admin.get("/api/v1/subscribers/+8613800138000/preferences");
    admin.send(
        "PUT",
        "/api/v1/senders/+8613900139000/override",
        "{\"standing\":\"BLOCKED\",\"reason\":\"a gang's number\"}");

    var items = Browser.json(admin.get("/api/v1/audit?limit=2")).path("items");
    assertThat(items).hasSize(2);
    assertThat(items.path(0).path("action").asText()).isEqualTo("OVERRIDE");
    assertThat(items.path(0).path("subject").asText()).isEqualTo("sender:+8613900139000");
    assertThat(items.path(0).path("who").asText()).isEqualTo("admin");
    assertThat(items.path(0).path("detail").asText()).contains("a gang's number");
    assertThat(items.path(1).path("subject").asText()).isEqualTo("subscriber:+86138****00");
    String next = Browser.json(admin.get("/api/v1/audit?limit=2")).path("next").asText();
    assertThat(
            Browser.json(admin.get("/api/v1/audit?limit=2&cursor=" + next))
                .path("items")
                .path(0)
                .path("action")
                .asText())
        .isEqualTo("SIGN_IN");
    assertThat(admin.get("/api/v1/audit?cursor=%25").statusCode()).isEqualTo(400);
    assertThat(admin.get("/api/v1/audit?limit=100000").statusCode()).isEqualTo(400);
    assertThat(console.cluster.audit.values())
        .extracting(AuditEntry::getSubject)
        .contains("subscriber:+8613800138000");
  }

  @Test
  void aNewKeyIsShownOnceAndWorks() {
    Browser admin = console.browser(Role.ADMIN);
    HttpResponse<String> made =
        admin.send("POST", "/api/v1/keys", "{\"name\":\"billing\",\"role\":\"VIEWER\"}");

    assertThat(made.statusCode()).isEqualTo(201);
    String key = Browser.json(made).path("key").asText();
    assertThat(admin.get("/api/v1/keys").body()).contains("billing").doesNotContain(key);
    assertThat(
            console
                .browser()
                .header("Authorization", "Bearer " + key)
                .get("/api/v1/session")
                .statusCode())
        .isEqualTo(200);
    String id = Browser.json(made).path("id").asText();
    assertThat(admin.send("DELETE", "/api/v1/keys/" + id, "").statusCode()).isEqualTo(204);
    assertThat(
            console
                .browser()
                .header("Authorization", "Bearer " + key)
                .get("/api/v1/session")
                .statusCode())
        .isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"APP", "INSTANCE"})
  void noPersonHasARoleOfPrograms(String role) {
    HttpResponse<String> refused =
        console
            .browser(Role.ADMIN)
            .send(
                "POST",
                "/api/v1/accounts",
                "{\"user\":\"somebody\",\"role\":\"%s\",\"password\":\"a long password\"}"
                    .formatted(role));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(
            console
                .browser(Role.ADMIN)
                .send("POST", "/api/v1/keys", "{\"name\":\"k\",\"role\":\"INSTANCE\"}")
                .statusCode())
        .isEqualTo(422);
  }

  @Test
  void deadLettersAreShownWithoutTheirBytesAndSentAgain() {
    ByteBuffer bytes = ByteBuffer.wrap("a text".getBytes(StandardCharsets.UTF_8));
    for (String topic : List.of("sms.events", "somewhere.else")) {
      console.cluster.deadLetters.add(
          "key",
          new DeadLetter(
              DeadLetterReason.UNREADABLE, "no Avro", topic, 3, 17L, console.now(), null, bytes),
          console.now());
    }
    Browser admin = console.browser(Role.ADMIN);

    assertThat(admin.get("/api/v1/dead-letters?topic=sms.events").body())
        .contains("\"id\":\"0-0\"", "\"valueBytes\":6", "\"replayed\":true")
        .doesNotContain("a text", "0-1");
    assertThat(admin.get("/api/v1/dead-letters/0-0").body()).doesNotContain("a text");
    assertThat(admin.get("/api/v1/dead-letters/0-0?unmask=true").body()).contains("a text");
    assertThat(admin.get("/api/v1/dead-letters/0-9").statusCode()).isEqualTo(404);
    assertThat(
            admin
                .send(
                    "POST",
                    "/api/v1/dead-letters/replay",
                    "{\"ids\":[\"0-0\",\"0-1\",\"0-9\",\"x\"]}")
                .body())
        .contains("\"replayed\":1", "\"skipped\":3");
    assertThat(console.replayed).hasSize(1);
  }

  @Test
  void preferencesAreSetAndShown() {
    Browser agent = console.browser(Role.AGENT);
    String path = "/api/v1/subscribers/+8613800138000/preferences";

    assertThat(Browser.json(agent.get(path)).path("level").asText()).isEqualTo("HARMFUL");
    assertThat(agent.send("PUT", path, "{\"level\":\"ALL\",\"quietFrom\":1320}").statusCode())
        .isEqualTo(422);
    assertThat(
            agent
                .send("PUT", path, "{\"level\":\"ALL\",\"quietFrom\":1320,\"quietTo\":420}")
                .statusCode())
        .isEqualTo(202);
    assertThat(Browser.json(agent.get(path)).path("level").asText()).isEqualTo("ALL");
    assertThat(Browser.json(agent.get(path)).path("quietFrom").asInt()).isEqualTo(1320);
  }
}
