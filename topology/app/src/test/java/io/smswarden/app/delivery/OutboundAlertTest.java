package io.smswarden.app.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.smswarden.schemas.AlertKind;
import io.smswarden.schemas.AlertLanguage;
import io.smswarden.schemas.Category;
import io.smswarden.schemas.HeldMessages;
import io.smswarden.schemas.SubscriberAlert;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboundAlertTest {

  @Test
  void theIdIsTheSameForTheSameAlertAndAnotherForAnother() {
    SubscriberAlert alert = Alerts.about("m1", "+8613800000001").build();
    String id = OutboundAlert.of(alert).id();

    assertThat(OutboundAlert.of(SubscriberAlert.newBuilder(alert).build()).id()).isEqualTo(id);
    assertThat(id).matches("alert_[0-9a-f]{32}");
    assertThat(OutboundAlert.of(Alerts.about("m2", "+8613800000001").build()).id())
        .isNotEqualTo(id);
    assertThat(OutboundAlert.of(Alerts.about("m1", "+8613800000002").build()).id())
        .as("digests of two subscribers that are due at once")
        .isNotEqualTo(id);
    assertThat(
            OutboundAlert.of(Alerts.about("m1", "+8613800000001").setKind(AlertKind.DIGEST).build())
                .id())
        .isNotEqualTo(id);
  }

  @Test
  void theBodyHoldsTheTextInTheSubscribersLanguage() throws IOException {
    JsonNode body = body(Alerts.about("m1", "+8613800000001").build());
    assertThat(body.get("type").asText()).isEqualTo("alert.message");
    assertThat(body.get("timestamp").asText()).isEqualTo("2026-03-02T12:00:00Z");
    assertThat(body.get("data").get("recipient").asText()).isEqualTo("+8613800000001");
    assertThat(body.get("data").get("text").asText()).isEqualTo("请勿点击链接。");
    assertThat(body.get("data").get("language").asText()).isEqualTo("zh");
    assertThat(body.get("data").get("claims").isNull()).isTrue();

    JsonNode english =
        body(Alerts.about("m1", "+8613800000001").setLanguage(AlertLanguage.EN).build());
    assertThat(english.get("data").get("text").asText()).isEqualTo("Do not follow the link.");
  }

  @Test
  void aDigestSaysWhatItTellsOf() throws IOException {
    SubscriberAlert digest =
        Alerts.about("digest@x", "+8613800000001")
            .setKind(AlertKind.DIGEST)
            .setHeld(
                List.of(new HeldMessages("106900", null, Category.LOAN_AD, 0.9, 3, Alerts.NOON)))
            .build();
    JsonNode body = body(digest);
    assertThat(body.get("type").asText()).isEqualTo("alert.digest");
    assertThat(body.get("data").get("held").get(0).get("messages").asInt()).isEqualTo(3);
  }

  @Test
  void noNumberIsPrinted() {
    assertThat(Alerts.outbound("m1").toString()).doesNotContain("1380000");
  }

  private static JsonNode body(SubscriberAlert alert) throws IOException {
    return new JsonMapper().readTree(new String(AlertBody.of(alert), UTF_8));
  }
}
