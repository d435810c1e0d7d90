package io.smswarden.console.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smswarden.console.access.Front;
import io.smswarden.console.access.OidcSettings;
import io.smswarden.console.http.Role;
import io.smswarden.console.openapi.Document.Operation;
import io.smswarden.console.security.Browser;
import io.smswarden.console.security.WholeConsole;
import io.smswarden.filter.Msisdn;
import io.smswarden.filter.SenderId;
import io.smswarden.schemas.Category;
import io.smswarden.schemas.ComplaintReport;
import io.smswarden.schemas.DeadLetter;
import io.smswarden.schemas.DeadLetterReason;
import io.smswarden.schemas.ReportChannel;
import io.smswarden.schemas.RuleSetRecord;
import io.smswarden.schemas.SmsEvent;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asks a running server all that the document describes. */
class OpenApiTest {

  private static final String RULES =
      """
      version: tea
      rules:
        - code: TEA_PARTY
          category: ADVERT
          action: WARN
          zh: 卖茶的
          en: sells tea
          when:
            text: [jasmine tea]
          examples:
            match: [Come to our jasmine tea party]
      """;

  /** What is sent by POST, by path below the API. */
  private static final Map<String, String> BODIES =
      Map.ofEntries(
          Map.entry("/session", json("user", "admin", "password", WholeConsole.PASSWORD)),
          Map.entry(
              "/accounts", json("user", "new", "role", "VIEWER", "password", "a long one 123")),
          Map.entry("/keys", json("name", "app", "role", "APP")),
          Map.entry("/score", json("text", "hello", "sender", Seen.SENDER)),
          Map.entry("/complaints", json("complainant", Seen.RECIPIENT, "sender", Seen.SENDER)),
          Map.entry("/rules/validate", json("yaml", "rules: 3")),
          Map.entry("/rules/backtest", json("yaml", RULES)),
          Map.entry("/rules/publish", json("yaml", RULES, "note", "a try")),
          Map.entry("/evidence/export", json("sender", "10690000000001", "reason", "a case")),
          Map.entry("/dead-letters/replay", "{\"ids\":[\"0-0\"]}"),
          Map.entry("/instance/senders", "{\"senders\":[\"" + Seen.SENDER + "\"]}"),
          Map.entry("/instance/statistics", "{\"size\":\"HOUR\",\"from\":0,\"to\":1}"),
          Map.entry("/instance/traffic", "{}"));

  private static final Map<String, String> QUERIES =
      Map.of("/statistics", "?dimension=CATEGORY&window=HOUR");

  @TempDir private Path directory;
  private WholeConsole whole;
  private SeenConsole seen;
  private Document document;

  @BeforeEach
  void start() throws IOException {
    URI unreachable = URI.create("http://127.0.0.1:1");
    whole =
        new WholeConsole(
            directory,
            new Front(Set.of(), Optional.empty(), false, false),
            Optional.of(
                new OidcSettings(unreachable, "warden", "secret", unreachable, "roles", Map.of())));
    seen = new SeenConsole();
    document = new Document(new Browser(seen.uri()).get("/api/v1/openapi.json").body());
    fillTopics();
  }

  @AfterEach
  void stop() {
    whole.close();
    seen.close();
  }

  private void fillTopics() {
    whole.cluster.reports.add(
        new Msisdn(Seen.RECIPIENT),
        new ComplaintReport(
            "r-1",
            Seen.RECIPIENT,
            ReportChannel.CONSOLE,
            Seen.TEXT,
            Seen.SENDER,
            null,
            Category.FRAUD,
            Seen.NOON),
        Seen.NOON);
    whole.cluster.rules.add(
        "default",
        Optional.of(new RuleSetRecord("default", "1-x", RULES, "lin", Seen.NOON, "first")),
        Seen.NOON);
    whole.cluster.events.add(
        new SenderId(Seen.SENDER),
        SmsEvent.newBuilder()
            .setId("m-1")
            .setSender(Seen.SENDER)
            .setRecipient(Seen.RECIPIENT)
            .setText(Seen.TEXT)
            .setEventTime(Seen.NOON)
            .setReceivedTime(Seen.NOON)
            .build(),
        Seen.NOON);
    whole.cluster.deadLetters.add(
        "key",
        new DeadLetter(
            DeadLetterReason.UNREADABLE,
            "no record",
            "sms.events",
            0,
            17L,
            Seen.NOON,
            null,
            ByteBuffer.wrap(new byte[] {1, 2, 3})),
        Seen.NOON);
  }

  @Test
  void theDocumentDescribesAllRoutesWithTheirPermissionsAndNoOthers() {
    assertThat(
            document.operations().stream()
                .map(it -> it.name() + " " + it.description().path("x-permission").asText()))
        .containsExactlyInAnyOrderElementsOf(
            whole.routes().stream()
                .map(it -> "%s %s %s".formatted(it.method(), it.path(), it.permission()))
                .toList());
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    assertThat(document.root().findValuesAsText("$ref"))
        .isNotEmpty()
        .allSatisfy(
            ref -> assertThat(document.root().at(ref.substring(1)).isMissingNode()).isFalse());
  }

  @Test
  void everyAnswerIsAsTheDocumentSays() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Operation operation : document.operations()) {
      boolean reads = operation.method().equals("GET") || operation.method().equals("POST");
      if (reads && !operation.path().contains("/feed/")) {
        HttpResponse<String> answer = ask(operation);
        String type = answer.headers().firstValue("Content-Type").orElse("");
        for (String fault : document.faults(operation, answer.statusCode(), type, answer.body())) {
          wrong.add("%s %d: %s".formatted(operation.name(), answer.statusCode(), fault));
        }
        boolean provider = operation.path().contains("/oidc");
        if (answer.statusCode() >= 400 && !provider) {
          wrong.add("%s %d %s".formatted(operation.name(), answer.statusCode(), answer.body()));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void anAnswerThatIsOtherwiseWouldBeSeen() {
    Operation health =
        document.operations().stream()
            .filter(it -> it.path().endsWith("/health"))
            .findFirst()
            .orElseThrow();
    assertThat(document.faults(health, 200, "application/json", "{\"state\":3}"))
        .hasSizeGreaterThan(3);
    assertThat(document.faults(health, 418, "application/json", "{}")).hasSize(1);
  }

  @Test
  void problemsAreProblemDocuments() throws IOException {
    Map<String, Integer> asked =
        Map.of(
            "/senders/nobody", 404,
            "/senders/%2B8613900139003", 503,
            "/senders/top?limit=0", 400,
            "/warnings?cursor=none", 400,
            "/warnings?minScore=2", 400,
            "/statistics?dimension=SENDER&window=HOUR", 400);
    asked.forEach(
        (path, status) -> {
          HttpResponse<String> answer =
              new Browser(seen.uri()).header("Role", "VIEWER").get("/api/v1" + path);
          assertThat(answer.statusCode()).as(path).isEqualTo(status);
          Operation any =
              document.operations().stream()
                  .filter(it -> it.path().endsWith("/senders/top"))
                  .findFirst()
                  .orElseThrow();
          assertThat(
                  document.faults(
                      any,
                      400,
                      answer.headers().firstValue("Content-Type").orElse(""),
                      answer.body()))
              .as(path)
              .isEmpty();
        });
  }

  private HttpResponse<String> ask(Operation operation) throws IOException {
    String below = operation.path().substring("/api/v1".length());
    String path = operation.path();
    for (JsonNode given : operation.description().path("parameters")) {
      JsonNode parameter =
          given.has("$ref") ? document.root().at(given.path("$ref").asText().substring(1)) : given;
      if (parameter.path("in").asText().equals("path")) {
        path =
            path.replace(
                "{" + parameter.path("name").asText() + "}",
                URLEncoder.encode(parameter.path("example").asText(), StandardCharsets.UTF_8));
      }
    }
    String body = BODIES.getOrDefault(below, "");
    Browser browser = browser(below);
    return browser.send(operation.method(), path + QUERIES.getOrDefault(below, ""), body);
  }

  /** Who asks which of the two servers. */
  private Browser browser(String below) throws IOException {
    boolean shown =
        below.matches("/(senders|warnings|campaigns|statistics|anomalies|score|health|openapi).*")
            || below.startsWith("/instance/");
    if (shown) {
      String role = below.startsWith("/instance/") ? "INSTANCE" : "ANALYST";
      return new Browser(seen.uri()).header("Role", role);
    }
    return below.equals("/session") ? whole.browser(Role.ADMIN) : whole.program(Role.ADMIN);
  }

  private static String json(String... fields) {
    var object = new ObjectMapper().createObjectNode();
    for (int i = 0; i < fields.length; i += 2) {
      object.put(fields[i], fields[i + 1]);
    }
    return object.toString();
  }
}
