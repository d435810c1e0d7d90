package io.smswarden.filter.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CampaignCriterionTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final CampaignCriterion CRITERION = new CampaignCriterion(8, 0.4, 3, 0.005);

  private static CampaignStanding campaign(
      long senders, long messages, double score, double complaints) {
    return new CampaignStanding("c", senders, messages, score, complaints, NOON, true);
  }

  @Test
  void suspiciousTextsOfManySendersAreACampaign() {
    assertThat(CRITERION.warns(campaign(8, 20, 0.4, 0))).isTrue();
    assertThat(CRITERION.warns(campaign(7, 20, 0.9, 0))).isFalse();
    assertThat(CRITERION.warns(campaign(5_000, 9_000, 0.05, 0))).isFalse();
  }

  @Test
  void soAreTextsThatManyComplainOfWhateverTheirScore() {
    assertThat(CRITERION.warns(campaign(8, 600, 0.01, 3))).isTrue();
    assertThat(CRITERION.warns(campaign(8, 601, 0.01, 3))).isFalse();
    assertThat(CRITERION.warns(campaign(8, 20, 0.01, 2.9))).isFalse();
  }

  @Test
  void theStrengthGrowsWithSendersScoreAndComplaints() {
    double some = campaign(10, 100, 0.5, 0).strength();
    assertThat(campaign(100, 100, 0.5, 0).strength()).isGreaterThan(some);
    assertThat(campaign(10, 100, 0.6, 0).strength()).isGreaterThan(some);
    assertThat(campaign(10, 100, 0.5, 0.5).strength()).isGreaterThan(some);
    assertThat(campaign(1_000_000, 2_000_000, 1, 1e6).strength()).isBetween(0.99, 1.0);
    assertThat(new CampaignStanding("c", 100, 200, 0.9, 9, NOON, false).strength()).isZero();
  }

  @Test
  void aCriterionThatEveryGroupMeetsIsRefused() {
    assertThatThrownBy(() -> new CampaignCriterion(1, 0.4, 3, 0.01))
        .hasMessageContaining("2 senders");
    assertThatThrownBy(() -> new CampaignCriterion(8, 0, 3, 0.01)).hasMessageContaining("score");
    assertThatThrownBy(() -> new CampaignCriterion(8, Double.NaN, 3, 0.01))
        .hasMessageContaining("score");
    assertThatThrownBy(() -> new CampaignCriterion(8, 0.4, 0, 0.01))
        .hasMessageContaining("complaint");
  }

  @Test
  void aCampaignIsKnownUntilItsTimeIsOverAndTheEldestMakesRoom() {
    Fingerprinter fingerprinter = new Fingerprinter();
    Fingerprint text = fingerprinter.of("您的健康档案需更新，请回复姓名、身份证号、住址和联系电话").orElseThrow();
    Fingerprint other = fingerprinter.of("恭喜您的号码被抽中为周年庆一等奖，请登录领取奖金和电脑").orElseThrow();
    KnownCampaigns known = new KnownCampaigns(1, Duration.ofDays(1));
    known.put(campaign(8, 20, 0.4, 0), text);

    assertThat(known.of(text, NOON.plus(Duration.ofDays(1)))).contains(campaign(8, 20, 0.4, 0));
    assertThat(known.of(text, NOON.plus(Duration.ofDays(1)).plusMillis(1))).isEmpty();
    assertThat(known.of(other, NOON)).isEmpty();

    known.put(campaign(9, 30, 0.4, 0), text);
    assertThat(known.of(text, NOON).orElseThrow().senders()).isEqualTo(9);

    known.put(new CampaignStanding("d", 9, 9, 0.9, 0, NOON, true), other);
    assertThat(known.size()).isEqualTo(1);
    assertThat(known.of(text, NOON)).isEmpty();
    known.remove("d");
    assertThat(known.of(other, NOON)).isEmpty();
  }

  @Test
  void aSampleShowsTheWordingAndNobodysParticulars() {
    assertThat(Sample.masked("【速达】王女士，包裹SW4471尾号8890，请点 http://Fix-post.top/u?id=13900000009 补缴２元"))
        .isEqualTo("【速达】*女士，包裹SW****尾号****，请点 http://Fix-post.top/… 补缴*元");
    assertThat(Sample.masked("好".repeat(400))).hasSize(301).endsWith("…");
  }
}
