package io.smswarden.console.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.smswarden.console.http.Role;
import io.smswarden.filter.SenderId;
import io.smswarden.schemas.Direction;
import io.smswarden.schemas.Ingress;
import io.smswarden.schemas.SmsEvent;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesTest {

  private static final String GOOD =
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

  @TempDir Path directory;
  private WholeConsole console;
  private Browser analyst;

  @BeforeEach
  void start() {
    console = new WholeConsole(directory);
    analyst = console.browser(Role.ANALYST);
  }

  @AfterEach
  void stop() {
    console.close();
  }

  private static String json(String yaml) {
    return JsonNodeFactory.instance.objectNode().put("yaml", yaml).toString();
  }

  @Test
  void aFaultIsToldWithItsLineAndColumn() {
    HttpResponse<String> response =
        analyst.send(
            "POST", "/api/v1/rules/validate", json(GOOD.replace("ADVERT", "NO_SUCH_CATEGORY")));

    JsonNode answer = Browser.json(response);
    assertThat(answer.path("valid").asBoolean()).isFalse();
    assertThat(answer.path("errors").path(0).path("line").asInt()).isEqualTo(4);
    assertThat(answer.path("errors").path(0).path("column").asInt()).isPositive();
    assertThat(
            Browser.json(analyst.send("POST", "/api/v1/rules/validate", json(GOOD)))
                .path("valid")
                .asBoolean())
        .isTrue();
  }

  @Test
  void aBacktestShowsWhatWouldChange() {
    message("m1", "Come to our jasmine tea party on Sunday");
    message("m2", "See you at seven");

    JsonNode answer = Browser.json(analyst.send("POST", "/api/v1/rules/backtest", json(GOOD)));

    assertThat(answer.path("examined").asInt()).isEqualTo(2);
    assertThat(answer.path("counts").path("newlyFlagged").asInt()).isEqualTo(1);
    assertThat(answer.path("changed").path(0).path("messageId").asText()).isEqualTo("m1");
    assertThat(answer.path("changed").path(0).path("text").asText()).doesNotContain("party");
    assertThat(answer.path("changed").path(0).path("after").path("action").asText())
        .isEqualTo("WARN");
    assertThat(answer.path("hits").path(0).path("rule").asText()).isEqualTo("TEA_PARTY");
    assertThat(answer.path("hits").path(0).path("count").asInt()).isEqualTo(1);
  }

  @Test
  void whatIsPublishedIsInForceUntilItIsWithdrawn() {
    String request =
        JsonNodeFactory.instance
            .objectNode()
            .put("yaml", GOOD)
            .put("note", "tea sellers are back")
            .toString();
    HttpResponse<String> published = analyst.send("POST", "/api/v1/rules/publish", request);

    assertThat(published.statusCode()).as(published.body()).isEqualTo(202);
    JsonNode rules = Browser.json(analyst.get("/api/v1/rules"));
    assertThat(rules.path("inForce").path("yaml").asText()).isEqualTo(GOOD);
    assertThat(rules.path("inForce").path("author").asText()).isEqualTo("analyst");
    assertThat(rules.path("inForce").path("note").asText()).isEqualTo("tea sellers are back");
    String id = rules.path("history").path(0).path("id").asText();
    assertThat(Browser.json(analyst.get("/api/v1/rules/history/" + id)).path("yaml").asText())
        .isEqualTo(GOOD);

    assertThat(analyst.send("DELETE", "/api/v1/rules", "").statusCode()).isEqualTo(202);
    rules = Browser.json(analyst.get("/api/v1/rules"));
    assertThat(rules.path("inForce").isNull()).isTrue();
    assertThat(rules.path("history").path(0).path("withdrawn").asBoolean()).isTrue();
    assertThat(console.cluster.actions()).contains("RULES_PUBLISH", "RULES_WITHDRAW");
  }

  @Test
  void rulesWithFaultsOrFailingExamplesAreNotPublished() {
    String faulty =
        JsonNodeFactory.instance
            .objectNode()
            .put("yaml", "rules: [{}]")
            .put("note", "a try")
            .toString();
    HttpResponse<String> refused = analyst.send("POST", "/api/v1/rules/publish", faulty);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(Browser.json(refused).path("errors").path(0).path("line").asInt()).isPositive();

    String failing =
        JsonNodeFactory.instance
            .objectNode()
            .put("yaml", GOOD.replace("Come to our jasmine", "Come to our green"))
            .put("note", "a try")
            .toString();
    refused = analyst.send("POST", "/api/v1/rules/publish", failing);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("TEA_PARTY");
    assertThat(console.cluster.rules.values()).isEmpty();
  }

  private void message(String id, String text) {
    SenderId sender = new SenderId("+8613900139000");
    console.cluster.events.add(
        sender,
        new SmsEvent(
            id,
            sender.value(),
            "+8613800138000",
            text,
            console.now(),
            console.now(),
            Ingress.FILE,
            Direction.MOBILE_TERMINATED,
            null,
            1),
        console.now());
  }
}
