package io.smswarden.streams;

import static io.smswarden.streams.Pipeline.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import io.smswarden.filter.Msisdn;
import io.smswarden.filter.SenderId;
import io.smswarden.schemas.Action;
import io.smswarden.schemas.Category;
import io.smswarden.schemas.ComplaintStats;
import io.smswarden.schemas.SenderKind;
import io.smswarden.schemas.SenderReputation;
import io.smswarden.schemas.SubscriberAlert;
import io.smswarden.schemas.Verdict;
import io.smswarden.schemas.Warning;
import io.smswarden.schemas.WindowSize;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.KeyValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SmsTopologyTest {

  private static final String STRANGER = "+8613900000009";

  private final Pipeline pipeline = new Pipeline();

  @AfterEach
  void close() {
    pipeline.close();
  }

  @Test
  void everyMessageGetsOneVerdictWithItsReasonsAndVersions() {
    pipeline.sms(STRANGER, "hello", NOON);
    pipeline.sms(STRANGER, "WARN FRAUD", NOON.plusSeconds(1));

    List<KeyValue<SenderId, Verdict>> verdicts = pipeline.pairs(Topics.VERDICTS);

    assertThat(verdicts).extracting(v -> v.key.value()).containsExactly(STRANGER, STRANGER);
    assertThat(verdicts)
        .extracting(v -> v.value.getMessageId())
        .containsExactly(STRANGER + "#1", STRANGER + "#2");
    Verdict second = verdicts.get(1).value;
    assertThat(second.getCategory()).isEqualTo(Category.FRAUD);
    assertThat(second.getAction()).isEqualTo(Action.WARN);
    assertThat(second.getScore()).isEqualTo(0.97);
    assertThat(second.getModelLogit()).isEqualTo(0.5);
    assertThat(second.getEventTime()).isEqualTo(NOON.plusSeconds(1));
    assertThat(second.getReceivedTime()).isEqualTo(NOON.plusMillis(1005));
    assertThat(second.getVersions().getModel()).isEqualTo("model-1");
    assertThat(second.getVersions().getSignals()).isEqualTo("signals-1");
    assertThat(second.getSignals()).extracting(s -> s.getCode()).containsExactly("KNOWN_SENDER");
    assertThat(pipeline.observed).containsExactly("judged NORMAL", "judged FRAUD");
  }

  @Test
  void onlyFlaggedMessagesAreWarnedOfWithTheTextAsEvidence() {
    pipeline.sms(STRANGER, "hello", NOON);
    pipeline.sms(STRANGER, "BLOCK GAMBLING_ADULT", NOON);

    List<Warning> warnings = pipeline.read(Topics.WARNINGS);

    assertThat(warnings).hasSize(1);
    assertThat(warnings.get(0).getText()).isEqualTo("BLOCK GAMBLING_ADULT");
    assertThat(warnings.get(0).getRecipient()).isEqualTo("+8613800000001");
    assertThat(warnings.get(0).getOrganisation()).isNull();
  }

  @ParameterizedTest
  @EnumSource(io.smswarden.filter.verdict.Category.class)
  void aWarningAlertsTheSubscriberWhenItsCategoryIsWorthIt(
      io.smswarden.filter.verdict.Category category) {
    pipeline.sms(STRANGER, "WARN " + category, NOON);

    List<KeyValue<Msisdn, SubscriberAlert>> alerts = pipeline.pairs(Topics.ALERTS);

    if (!category.alerts()) {
      assertThat(alerts).isEmpty();
      return;
    }
    assertThat(alerts).hasSize(1);
    assertThat(alerts.get(0).key).isEqualTo(new Msisdn("+8613800000001"));
    SubscriberAlert alert = alerts.get(0).value;
    assertThat(alert.getMessageId()).isEqualTo(STRANGER + "#1");
    assertThat(alert.getSender()).isEqualTo(STRANGER);
    assertThat(alert.getCategory().name()).isEqualTo(category.name());
    assertThat(alert.getAdviceZh()).contains("请");
    assertThat(alert.getAdviceEn()).contains("message");
  }

  @Test
  void aRegisteredSenderIsKnownToTheJudgeAndNamedInTheWarning() {
    pipeline.register("95588", "工商银行", SenderKind.BANK);
    pipeline.sms("95588", "WARN ADVERT", NOON);

    Warning warning = pipeline.read(Topics.WARNINGS).get(0);

    assertThat(warning.getOrganisation()).isEqualTo("工商银行");
    assertThat(warning.getSenderVerified()).isTrue();
    assertThat(warning.getVerdict().getSignals().get(0).getReasonZh()).isEqualTo("工商银行");
  }

  @Test
  void aTombstoneEndsARegistrationAndKeepsTheCounts() {
    pipeline.register("95588", "工商银行", SenderKind.BANK);
    pipeline.sms("95588", "hello", NOON);
    pipeline.put(Topics.PROFILES, new SenderId("95588"), null);

    SenderReputation last = pipeline.latest(Topics.REPUTATION).get(new SenderId("95588"));

    assertThat(last.getOrganisation()).isNull();
    assertThat(last.getKind()).isEqualTo(SenderKind.UNKNOWN);
    assertThat(last.getVerified()).isFalse();
    assertThat(last.getMessages()).isEqualTo(1);
  }

  @Test
  void complaintsAndVerdictsFlowBackIntoTheJudgementOfTheNextMessage() {
    pipeline.sms(STRANGER, "WARN FRAUD", NOON);
    pipeline.complaint(STRANGER, "FRAUD", NOON.plusSeconds(60));
    pipeline.sms(STRANGER, "hello", NOON.plusSeconds(120));

    List<Verdict> verdicts = pipeline.read(Topics.VERDICTS);

    assertThat(verdicts.get(0).getSignals().get(0).getStrength()).isZero();
    // (0.5 + 1 flagged + 3 for the complaint) / (10 + 1 + 3), a minute ago
    assertThat(verdicts.get(1).getSignals().get(0).getStrength()).isCloseTo(4.5 / 14, within(1e-3));
  }

  @Test
  void honestMessagesPublishAReputationEachTimeTheirNumberHasDoubled() {
    for (int i = 0; i < 10; i++) {
      pipeline.sms(STRANGER, "hello", NOON.plusSeconds(i));
    }

    List<SenderReputation> published = pipeline.read(Topics.REPUTATION);

    assertThat(published).extracting(SenderReputation::getMessages).containsExactly(1L, 2L, 4L, 8L);
    assertThat(published.get(3).getFirstSeen()).isEqualTo(NOON);
    assertThat(published.get(3).getLastSeen()).isEqualTo(NOON.plusSeconds(7));
  }

  @Test
  void everyFlaggedMessageAndEveryComplaintPublishesAnExactReputation() {
    for (int i = 0; i < 3; i++) {
      pipeline.sms(STRANGER, "hello", NOON.plusSeconds(i));
    }
    pipeline.sms(STRANGER, "WARN FRAUD", NOON.plusSeconds(3));
    pipeline.complaint(STRANGER, "UNKNOWN", NOON.plusSeconds(4));

    SenderReputation last = pipeline.latest(Topics.REPUTATION).get(new SenderId(STRANGER));

    assertThat(last.getMessages()).isEqualTo(4);
    assertThat(last.getFlagged()).isEqualTo(1);
    assertThat(last.getComplaints()).isEqualTo(1);
  }

  @Test
  void messagesOutOfOrderKeepTheFirstAndTheLastTime() {
    pipeline.sms(STRANGER, "hello", NOON.plusSeconds(60));
    pipeline.sms(STRANGER, "WARN ADVERT", NOON);

    SenderReputation last = pipeline.latest(Topics.REPUTATION).get(new SenderId(STRANGER));

    assertThat(last.getFirstSeen()).isEqualTo(NOON);
    assertThat(last.getLastSeen()).isEqualTo(NOON.plusSeconds(60));
  }

  @Test
  void statisticsCountWarningsAndComplaintsByHourAndDay() {
    pipeline.sms(STRANGER, "WARN FRAUD", NOON);
    pipeline.sms(STRANGER, "WARN FRAUD", NOON.plus(Duration.ofMinutes(59)));
    pipeline.sms(STRANGER, "WARN LOAN_AD", NOON.plus(Duration.ofMinutes(60)));
    pipeline.sms(STRANGER, "hello", NOON);
    pipeline.complaint(STRANGER, "UNKNOWN", NOON.plus(Duration.ofMinutes(61)));

    Map<String, ComplaintStats> stats = pipeline.latest(Topics.STATS);
    stats.values().removeIf(one -> one.getWindow() == WindowSize.WEEK);

    assertThat(stats)
        .containsOnlyKeys(
            "SENDER:" + STRANGER + "@HOUR@2026-03-02T12:00:00Z",
            "SENDER:" + STRANGER + "@HOUR@2026-03-02T13:00:00Z",
            "SENDER:" + STRANGER + "@DAY@2026-03-02T00:00:00Z");
    ComplaintStats one = stats.get("SENDER:" + STRANGER + "@HOUR@2026-03-02T13:00:00Z");
    assertThat(one.getWarningsByCategory()).containsExactly(entry("LOAN_AD", 1L));
    assertThat(one.getComplaintsByCategory()).containsExactly(entry("UNKNOWN", 1L));
    ComplaintStats day = stats.get("SENDER:" + STRANGER + "@DAY@2026-03-02T00:00:00Z");
    assertThat(day.getWarningsByCategory()).containsOnly(entry("FRAUD", 2L), entry("LOAN_AD", 1L));
    assertThat(day.getWindowEnd()).isEqualTo(Instant.parse("2026-03-03T00:00:00Z"));
  }

  @Test
  void aLateComplaintStillCountsWithinGraceAndNotAfterIt() {
    pipeline.complaint(STRANGER, "FRAUD", NOON);
    pipeline.complaint(STRANGER, "FRAUD", NOON.plus(Duration.ofHours(24)));
    pipeline.complaint(STRANGER, "FRAUD", NOON.plus(Duration.ofMinutes(1)));
    String noon = "SENDER:" + STRANGER + "@HOUR@2026-03-02T12:00:00Z";

    assertThat(pipeline.latest(Topics.STATS).get(noon).getComplaintsByCategory())
        .containsExactly(entry("FRAUD", 2L));

    pipeline.complaint(STRANGER, "FRAUD", NOON.plus(Duration.ofHours(25)).plusMillis(1));
    pipeline.complaint(STRANGER, "FRAUD", NOON.plus(Duration.ofMinutes(2)));

    assertThat(pipeline.latest(Topics.STATS)).doesNotContainKey(noon);
  }

  @Test
  void anEventDatedInTheFutureDoesNotCloseTheWindowsOfOthers() {
    String other = "+8613700000001";
    pipeline.put(
        Topics.EVENTS,
        new SenderId(other),
        pipeline.event(other, "WARN FRAUD", NOON.plus(Duration.ofDays(3650))),
        NOON);
    pipeline.sms(STRANGER, "WARN FRAUD", NOON);

    assertThat(pipeline.latest(Topics.STATS))
        .containsKey("SENDER:" + STRANGER + "@HOUR@2026-03-02T12:00:00Z");
  }
}
