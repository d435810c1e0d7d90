package io.smswarden.streams;

import static io.smswarden.streams.Pipeline.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.smswarden.schemas.AlertKind;
import io.smswarden.schemas.AlertLanguage;
import io.smswarden.schemas.AlertLevel;
import io.smswarden.schemas.HeldMessages;
import io.smswarden.schemas.SenderKind;
import io.smswarden.schemas.SubscriberAlert;
import io.smswarden.schemas.SubscriberPreferences;
import io.smswarden.schemas.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The subscriber is in China: noon in UTC is eight in the evening there, and digests come at seven.
 */
class AlertsTest {

  private static final String SUBSCRIBER = "+8613800000001";
  private static final Instant NEXT_DIGEST = Instant.parse("2026-03-03T11:00:00Z");
  private static final String CAMPAIGN = "WARN FRAUD 您的包裹因地址不详滞留，请点击链接核实并支付一元九角九分";
  private static final Duration HOUR = Duration.ofHours(1);

  private final Pipeline pipeline = new Pipeline();

  @AfterEach
  void close() {
    pipeline.close();
  }

  private List<SubscriberAlert> alerts() {
    return pipeline.read(Topics.ALERTS);
  }

  private void fraud(String sender, Instant time) {
    pipeline.sms(sender, "WARN FRAUD", time);
  }

  private static SubscriberPreferences.Builder wishes() {
    return SubscriberPreferences.newBuilder().setSubscriber(SUBSCRIBER);
  }

  /** Lets event time come to a time, by what is no reason for an alert itself. */
  private void until(Instant time) {
    pipeline.sms("10699999", "WARN ADVERT", time);
  }

  @Test
  void oneSenderIsToldOfOnceAndThenInADigest() {
    fraud("10690001", NOON);
    fraud("10690001", NOON.plusSeconds(60));
    fraud("10690001", NOON.plusSeconds(120));
    assertThat(alerts()).extracting(SubscriberAlert::getKind).containsExactly(AlertKind.ALERT);

    until(NEXT_DIGEST.plus(HOUR));

    SubscriberAlert digest = alerts().get(0);
    assertThat(digest.getKind()).isEqualTo(AlertKind.DIGEST);
    assertThat(digest.getEventTime()).isEqualTo(NEXT_DIGEST);
    assertThat(digest.getHeld()).extracting(HeldMessages::getMessages).containsExactly(2);
    assertThat(digest.getAdviceZh()).contains("10690001（疑似诈骗）2 条");
    assertThat(digest.getAdviceEn()).contains("2 from 10690001 (fraud)");
  }

  @Test
  void aCampaignIsToldOfOnceWhoeverSendsItAndThenInADigest() {
    pipeline.sms("10690001", "+8613800000101", CAMPAIGN, NOON);
    pipeline.sms("10690002", "+8613800000102", CAMPAIGN, NOON.plusSeconds(1));
    alerts();

    for (int i = 3; i < 6; i++) {
      pipeline.sms("1069000" + i, SUBSCRIBER, CAMPAIGN, NOON.plusSeconds(i));
    }

    List<SubscriberAlert> told = alerts();
    assertThat(told).extracting(SubscriberAlert::getSender).containsExactly("10690003");
    assertThat(told.get(0).getCampaign()).isIn(pipeline.latest(Topics.CAMPAIGNS).keySet());
    until(NEXT_DIGEST.plus(HOUR));
    assertThat(alerts())
        .singleElement()
        .satisfies(
            digest ->
                assertThat(digest.getHeld())
                    .extracting(HeldMessages::getCampaign, HeldMessages::getMessages)
                    .containsExactly(tuple(told.get(0).getCampaign(), 2)));
  }

  @Test
  void aSenderThatWasToldOfIsNotToldOfAgainWhenItsCampaignIsFound() {
    pipeline.sms("10690001", SUBSCRIBER, CAMPAIGN, NOON);
    pipeline.sms("10690002", "+8613800000102", CAMPAIGN, NOON.plusSeconds(1));
    assertThat(alerts()).hasSize(2).extracting(SubscriberAlert::getCampaign).containsOnlyNulls();

    pipeline.sms("10690001", SUBSCRIBER, CAMPAIGN, NOON.plusSeconds(2));

    List<Verdict> verdicts = pipeline.read(Topics.VERDICTS);
    assertThat(verdicts.get(2).getCampaign()).isNotNull();
    assertThat(alerts()).isEmpty();
  }

  @Test
  void aDigestIsSentOnce() {
    fraud("10690001", NOON);
    fraud("10690001", NOON.plusSeconds(60));
    until(NEXT_DIGEST.plus(HOUR));
    alerts();

    until(NEXT_DIGEST.plus(Duration.ofDays(3)));

    assertThat(alerts()).isEmpty();
  }

  @Test
  void afterADayTheSameSenderIsWorthAnAlertAgain() {
    fraud("10690001", NOON);
    fraud("10690001", NOON.plus(Duration.ofDays(1)));

    assertThat(alerts())
        .extracting(SubscriberAlert::getKind)
        .containsExactly(AlertKind.ALERT, AlertKind.ALERT);
  }

  @Test
  void aDaysAlertsAndDigestStayWithinTheCap() {
    for (int i = 0; i < 20; i++) {
      fraud("1069000" + i, NOON.minus(Duration.ofHours(3)).plusSeconds(i));
    }
    Instant sevenInTheEvening = NOON.minus(HOUR);
    until(sevenInTheEvening.plusSeconds(61));
    for (int i = 20; i < 40; i++) {
      fraud("1069000" + i, NOON.plusSeconds(i));
    }

    List<SubscriberAlert> today = alerts();

    assertThat(today).hasSize(PipelineSettings.Alerts.DEFAULT.dailyCap());
    assertThat(today.get(4).getKind()).isEqualTo(AlertKind.DIGEST);
    assertThat(today.get(4).getHeld()).hasSize(16);
    until(NEXT_DIGEST.plus(HOUR));
    assertThat(alerts())
        .singleElement()
        .satisfies(digest -> assertThat(digest.getHeld()).hasSize(20));
  }

  @Test
  void aDigestNamesNoMoreSendersThanItHasRoomForAndCountsTheOthers() {
    for (int i = 100; i < 150; i++) {
      fraud("1069000" + i, NOON.plusSeconds(i));
    }
    alerts();
    until(NEXT_DIGEST.plus(HOUR));

    SubscriberAlert digest = alerts().get(0);

    assertThat(digest.getHeld()).hasSize(32);
    assertThat(digest.getAdviceZh()).startsWith("另有 46 条").contains("其他号码 14 条");
  }

  @Test
  void whoOptsOutIsToldOfNothing() {
    pipeline.prefer(wishes().setLevel(AlertLevel.NONE).build());
    fraud("10690001", NOON);
    until(NEXT_DIGEST.plus(HOUR));

    assertThat(alerts()).isEmpty();
  }

  @Test
  void whoOptsOutWhileADigestWaitsDoesNotGetIt() {
    fraud("10690001", NOON);
    fraud("10690001", NOON.plusSeconds(60));
    alerts();
    pipeline.prefer(wishes().setLevel(AlertLevel.NONE).build());
    until(NEXT_DIGEST.plus(HOUR));

    assertThat(alerts()).isEmpty();
  }

  @Test
  void advertsAreToldOfOnlyToThoseWhoAskForIt() {
    pipeline.sms("10690001", "WARN ADVERT", NOON);
    assertThat(alerts()).isEmpty();
    pipeline.prefer(wishes().setLevel(AlertLevel.ALL).build());
    pipeline.sms("10690002", "WARN ADVERT", NOON.plusSeconds(60));

    assertThat(alerts()).extracting(SubscriberAlert::getSender).containsExactly("10690002");
  }

  @Test
  void quietHoursHoldAlertsUntilTheirEnd() {
    pipeline.prefer(wishes().setQuietFrom(19 * 60).setQuietTo(7 * 60).build());
    fraud("10690001", NOON);
    assertThat(alerts()).isEmpty();
    Instant sevenInTheMorning = Instant.parse("2026-03-02T23:00:00Z");

    until(sevenInTheMorning.plus(HOUR));

    assertThat(alerts())
        .singleElement()
        .satisfies(digest -> assertThat(digest.getEventTime()).isEqualTo(sevenInTheMorning));
  }

  @Test
  void anAlertMayBeShownUntilTheQuietHoursBegin() {
    fraud("10690001", NOON);
    pipeline.prefer(wishes().setQuietFrom(22 * 60).setQuietTo(7 * 60).build());
    fraud("10690002", NOON);

    assertThat(alerts())
        .extracting(SubscriberAlert::getNotAfter)
        .containsExactly(null, Instant.parse("2026-03-02T14:00:00Z"));
  }

  @Test
  void theLanguageIsTheSubscribersWishOrItsCountrys() {
    fraud("10690001", NOON);
    pipeline.prefer(wishes().setLanguage(AlertLanguage.EN).build());
    fraud("10690002", NOON);
    pipeline.put(Topics.PREFERENCES, new io.smswarden.filter.Msisdn(SUBSCRIBER), null);
    fraud("10690003", NOON);

    assertThat(alerts())
        .extracting(SubscriberAlert::getLanguage)
        .containsExactly(AlertLanguage.ZH, AlertLanguage.EN, AlertLanguage.ZH);
  }

  @Test
  void anAlertSaysWhoTheSenderClaimsToBeAndHowThatOneIsReallyReached() {
    pipeline.register("95588", "工商银行", SenderKind.BANK, "95588 或手机银行");
    pipeline.sms("+8613900000009", "WARN IMPERSONATION 【工商银行】", NOON);

    SubscriberAlert alert = alerts().get(0);

    assertThat(alert.getClaims()).isEqualTo("工商银行");
    assertThat(alert.getClaimVerified()).isFalse();
    assertThat(alert.getOfficialChannel()).isEqualTo("95588 或手机银行");
    assertThat(alert.getAdviceZh()).contains("自称“工商银行”", "未登记", "95588 或手机银行");
    assertThat(alert.getAdviceEn()).contains("claims to be from 工商银行", "not registered");
  }

  @Test
  void aVerifiedSendersAlertSaysSo() {
    pipeline.register("95588", "工商银行", SenderKind.BANK);
    pipeline.sms("95588", "WARN FRAUD 【工商银行】", NOON);

    SubscriberAlert alert = alerts().get(0);

    assertThat(alert.getClaimVerified()).isTrue();
    assertThat(alert.getOfficialChannel()).isNull();
    assertThat(alert.getAdviceZh()).contains("已登记为“工商银行”");
  }

  @Test
  void aLateMessageOfADayThatIsOverWaitsForTheDigest() {
    fraud("10690001", NOON);
    fraud("10690002", NOON.minus(Duration.ofDays(2)));
    assertThat(alerts()).extracting(SubscriberAlert::getSender).containsExactly("10690001");

    until(NEXT_DIGEST.plus(HOUR));

    assertThat(alerts()).extracting(SubscriberAlert::getSender).containsExactly("10690002");
  }
}
