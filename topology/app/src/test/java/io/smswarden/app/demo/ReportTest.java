package io.smswarden.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smswarden.app.demo.Report.Bar;
import io.smswarden.app.demo.Report.Judged;
import io.smswarden.app.demo.Report.Load;
import io.smswarden.app.demo.Summary.Share;
import io.smswarden.app.traffic.Source;
import io.smswarden.filter.verdict.Category;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportTest {

  @Test
  void everyBarIsMetAtItsLimit() {
    assertThat(report(95, 5, 0).bars()).extracting(Bar::met).containsExactly(true, true, true);
    assertThat(report(95, 5, 0).met()).isTrue();
  }

  @Test
  void aBarIsMissedByOneMessage() {
    assertThat(report(94, 5, 0).bars()).extracting(Bar::met).containsExactly(false, true, true);
    assertThat(report(95, 6, 0).bars()).extracting(Bar::met).containsExactly(true, false, true);
    assertThat(report(95, 5, 1).bars()).extracting(Bar::met).containsExactly(true, true, false);
    assertThat(report(95, 5, 1).met()).isFalse();
  }

  @Test
  void aPersonReadsEachBarWithItsFigure() {
    assertThat(new ReportText(Language.EN).lines(report(94, 5, 0)))
        .contains(
            "MISSED  campaign messages after the first 50 of each flagged: 94.00 % (at least 95.0 %)",
            "met     honest messages flagged: 0.50 % (at most 0.5 %)");
  }

  @ParameterizedTest
  @EnumSource
  void everySourceHasAName(Source source) {
    for (Language language : Language.values()) {
      assertThat(language.text("source." + source)).isNotBlank();
    }
  }

  @Test
  void aToolReadsTheSame() throws Exception {
    String text = new ObjectMapper().writeValueAsString(ReportJson.of(report(94, 5, 0)));
    JsonNode json = new ObjectMapper().readTree(text);
    assertThat(json.get("met").asBoolean()).isFalse();
    assertThat(json.get("bars").get(0).get("value").asDouble()).isEqualTo(0.94);
    assertThat(json.get("campaigns").get(0).get("first_flagged_seconds").asDouble()).isEqualTo(90);
    assertThat(json.get("honest").get("people").get("flagged").asLong()).isEqualTo(5);
  }

  private static Report report(long campaignFlagged, long honestFlagged, long above) {
    CampaignResult campaign =
        new CampaignResult(
            "loan-1",
            Category.LOAN_AD,
            150,
            40,
            campaignFlagged + 10,
            new Share(100, campaignFlagged),
            3,
            Duration.ofSeconds(90));
    return new Report(
        60,
        List.of(campaign),
        Map.of(Source.PEOPLE, new Judged(1_000, honestFlagged, 0)),
        Map.of(Source.ADVERTISER, new Judged(20, 4, 0)),
        new Load(7, 9, 1, 5, 5 + (int) above, above),
        Duration.ofSeconds(2));
  }
}
