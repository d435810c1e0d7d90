package io.smswarden.streams;

import static io.smswarden.streams.Pipeline.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.smswarden.filter.Filter;
import io.smswarden.filter.SenderId;
import io.smswarden.schemas.Action;
import io.smswarden.schemas.FiredSignal;
import io.smswarden.schemas.OverrideStanding;
import io.smswarden.schemas.SenderHistory;
import io.smswarden.schemas.SenderKind;
import io.smswarden.schemas.SenderReputation;
import io.smswarden.schemas.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReputationTest {

  private static final String STRANGER = "+8613900000009";
  private static final Duration HALF_LIFE = PipelineSettings.DEFAULT.reputation().halfLife();

  private Pipeline pipeline = new Pipeline();

  @AfterEach
  void close() {
    pipeline.close();
  }

  private SenderReputation reputation() {
    return pipeline.latest(Topics.REPUTATION).get(new SenderId(STRANGER));
  }

  @Test
  void theOrderOfArrivalChangesNoReputation() {
    Instant[] times = {NOON, NOON.plus(Duration.ofHours(20)), NOON.plus(Duration.ofHours(3))};
    for (Instant time : times) {
      pipeline.sms(STRANGER, "WARN FRAUD", time);
    }
    pipeline.complaint(STRANGER, "FRAUD", "+8613800000002", 0.7, NOON.plusSeconds(7));
    pipeline.complaint(STRANGER, "FRAUD", "+8613800000001", 1, NOON.plusSeconds(9));
    SenderReputation one = reputation();
    pipeline.close();

    pipeline = new Pipeline();
    pipeline.complaint(STRANGER, "FRAUD", "+8613800000001", 1, NOON.plusSeconds(9));
    for (int i = times.length - 1; i >= 0; i--) {
      pipeline.sms(STRANGER, "WARN FRAUD", times[i]);
    }
    pipeline.complaint(STRANGER, "FRAUD", "+8613800000002", 0.7, NOON.plusSeconds(7));
    SenderReputation other = reputation();

    assertThat(other.getAsOf()).isEqualTo(one.getAsOf()).isEqualTo(times[1]);
    assertThat(other.getSuspicion()).isCloseTo(one.getSuspicion(), within(1e-12));
    assertThat(other.getSuspicionLower()).isCloseTo(one.getSuspicionLower(), within(1e-9));
    assertThat(other.getSuspicionUpper()).isCloseTo(one.getSuspicionUpper(), within(1e-9));
    assertThat(other.getRecentComplaints()).isCloseTo(one.getRecentComplaints(), within(1e-12));
    assertThat(other.getFirstSeen()).isEqualTo(one.getFirstSeen()).isEqualTo(NOON);
  }

  @Test
  void aFloodOfOnePersonsComplaintsCountsOnceAndIsStillCounted() {
    for (int i = 0; i < 50; i++) {
      pipeline.complaint(STRANGER, "FRAUD", NOON.plusSeconds(60L * i));
    }
    SenderReputation flooded = reputation();

    assertThat(flooded.getComplaints()).isEqualTo(50);
    assertThat(flooded.getRecentComplaints()).isCloseTo(1, within(1e-3));
    assertThat(flooded.getSuspicionLower()).isLessThan(0.1);
  }

  @Test
  void complaintsOfDifferentReliablePeopleRaiseTheLowerBound() {
    for (int i = 0; i < 8; i++) {
      pipeline.complaint(STRANGER, "FRAUD", "+861380000000" + i, 1, NOON);
    }
    double reliable = reputation().getSuspicionLower();
    pipeline.close();
    pipeline = new Pipeline();
    for (int i = 0; i < 8; i++) {
      pipeline.complaint(STRANGER, "FRAUD", "+861380000000" + i, 0.1, NOON);
    }

    assertThat(reliable).isGreaterThan(0.5);
    assertThat(reputation().getSuspicionLower()).isLessThan(0.1);
  }

  @Test
  void aSenderThatKeptQuietIsJudgedByWhatIsLeftOfItsPast() {
    pipeline.close();
    pipeline = new Pipeline(Filter.standard());
    String fraud = "急！请把验证码发给我，否则冻结您的银行卡，点击 http://1.2.3.4/a 认证";
    for (int i = 0; i < 30; i++) {
      pipeline.sms(STRANGER, fraud, NOON.plusSeconds(i));
    }
    pipeline.sms(STRANGER, "明天见", NOON.plusSeconds(60));
    pipeline.sms(STRANGER, "明天见", NOON.plus(HALF_LIFE));
    pipeline.sms(STRANGER, "明天见", NOON.plus(HALF_LIFE.multipliedBy(8)));

    List<Verdict> verdicts = pipeline.read(Topics.VERDICTS);
    double now = suspicion(verdicts.get(30));
    double later = suspicion(verdicts.get(31));

    assertThat(now).isGreaterThan(0.5);
    assertThat(later).isBetween(0.1, now - 0.05);
    assertThat(signal(verdicts.get(32), "SENDER_SUSPICION")).isEmpty();
  }

  @Test
  void aBlockedSenderIsBlockedUntilTheOverrideExpiresInEventTime() {
    pipeline.close();
    pipeline = new Pipeline(Filter.standard());
    Instant end = NOON.plus(Duration.ofDays(1));
    pipeline.sms(STRANGER, "明天见", NOON.minusSeconds(1));
    pipeline.override(STRANGER, OverrideStanding.BLOCKED, NOON, end);
    pipeline.sms(STRANGER, "明天见", end.minusMillis(1));
    pipeline.sms(STRANGER, "明天见", end);
    // Late: it was sent while the override was in force.
    pipeline.sms(STRANGER, "明天见", NOON.plusSeconds(1));
    // Late: it was sent before.
    pipeline.sms(STRANGER, "明天见", NOON.minusSeconds(1));

    List<Verdict> verdicts = pipeline.read(Topics.VERDICTS);

    assertThat(verdicts)
        .extracting(Verdict::getAction)
        .containsExactly(Action.ALLOW, Action.BLOCK, Action.ALLOW, Action.BLOCK, Action.ALLOW);
    assertThat(signal(verdicts.get(1), "SENDER_BLOCKED"))
        .extracting(FiredSignal::getReasonZh)
        .containsExactly("运营商已封禁该号码");
  }

  @Test
  void aTrustedSenderIsLetThroughUntilThatIsTakenBack() {
    pipeline.close();
    pipeline = new Pipeline(Filter.standard());
    for (int i = 0; i < 8; i++) {
      pipeline.complaint(STRANGER, "FRAUD", "+861380000000" + i, 1, NOON);
    }
    pipeline.sms(STRANGER, "明天见", NOON);
    pipeline.override(STRANGER, OverrideStanding.TRUSTED, NOON, null);
    pipeline.sms(STRANGER, "明天见", NOON.plusSeconds(1));
    pipeline.put(Topics.OVERRIDES, new SenderId(STRANGER), null);
    pipeline.sms(STRANGER, "明天见", NOON.plusSeconds(2));

    List<Verdict> verdicts = pipeline.read(Topics.VERDICTS);

    assertThat(signal(verdicts.get(0), "SENDER_COMPLAINTS")).hasSize(1);
    assertThat(signal(verdicts.get(1), "SENDER_COMPLAINTS")).isEmpty();
    assertThat(signal(verdicts.get(1), "SENDER_SUSPICION")).isEmpty();
    assertThat(signal(verdicts.get(1), "SENDER_TRUSTED")).hasSize(1);
    assertThat(signal(verdicts.get(2), "SENDER_COMPLAINTS")).hasSize(1);
    assertThat(signal(verdicts.get(2), "SENDER_TRUSTED")).isEmpty();
  }

  @Test
  void anOverrideWhoseKeyIsAnotherSenderEndsInTheDeadLetters() {
    pipeline.override(STRANGER, OverrideStanding.BLOCKED, NOON, null);
    SenderReputation known = reputation();
    assertThat(known.getOverride().getAuthor()).isEqualTo("wang");

    pipeline.put(Topics.OVERRIDES, new SenderId("10086"), known.getOverride());

    assertThat(pipeline.read(Topics.DEAD_LETTERS)).hasSize(1);
    assertThat(pipeline.latest(Topics.REPUTATION)).isEmpty();
  }

  @Test
  void registrationMovesThePriorAndDeregistrationMovesItBack() {
    pipeline.sms(STRANGER, "WARN FRAUD", NOON);
    double unknown = reputation().getSuspicion();
    pipeline.register(STRANGER, "某公司", SenderKind.COMMERCE);
    double registered = reputation().getSuspicion();
    pipeline.put(Topics.PROFILES, new SenderId(STRANGER), null);

    assertThat(registered).isLessThan(unknown / 3);
    assertThat(reputation().getSuspicion()).isEqualTo(unknown);
  }

  @Test
  void whatIsForgottenLeavesTheTableAndTheStoreAndWhatIsDecidedStays() {
    pipeline.sms(STRANGER, "WARN FRAUD", NOON);
    pipeline.override("+8613900000001", OverrideStanding.BLOCKED, NOON, null);
    pipeline.register("95588", "工商银行", SenderKind.BANK);
    pipeline.latest(Topics.REPUTATION);

    pipeline.sms("+8613900000002", "hello", NOON.plus(HALF_LIFE.multipliedBy(11)));

    Map<SenderId, SenderReputation> last = pipeline.latest(Topics.REPUTATION);
    assertThat(last).containsKey(new SenderId(STRANGER)).doesNotContainKey(new SenderId("95588"));
    assertThat(last.get(new SenderId(STRANGER))).isNull();
    assertThat(pipeline.count(Stores.REPUTATION)).isEqualTo(3);
    assertThat(pipeline.count(Stores.HISTORY)).isEqualTo(3);
  }

  @Test
  void aSendersRecordsStayWithinTheirStatedBytes() {
    pipeline.sms(STRANGER, "hello", NOON);
    assertThat(bytes(pipeline.history(STRANGER))).isLessThanOrEqualTo(110);
    for (int i = 0; i < 1000; i++) {
      pipeline.complaint(STRANGER, "FRAUD", "+86138%08d".formatted(i), 1, NOON.plusSeconds(i));
    }

    assertThat(bytes(pipeline.history(STRANGER))).isBetween(600, 700);
    assertThat(pipeline.encoded(Topics.REPUTATION, reputation())).hasSizeLessThanOrEqualTo(110);
  }

  private static int bytes(SenderHistory history) {
    return TopicSerdes.stored(SenderHistory.class).serializer().serialize("", history).length;
  }

  private static double suspicion(Verdict verdict) {
    return signal(verdict, "SENDER_SUSPICION").get(0).getStrength();
  }

  private static List<FiredSignal> signal(Verdict verdict, String code) {
    return verdict.getSignals().stream().filter(s -> s.getCode().equals(code)).toList();
  }
}
