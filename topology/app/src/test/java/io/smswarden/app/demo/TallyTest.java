package io.smswarden.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.smswarden.app.demo.Tally.Fault;
import io.smswarden.app.demo.Tally.Mismatch;
import io.smswarden.schemas.Action;
import io.smswarden.schemas.Category;
import io.smswarden.schemas.DeadLetter;
import io.smswarden.schemas.DeadLetterReason;
import io.smswarden.schemas.Direction;
import io.smswarden.schemas.EvidenceRecord;
import io.smswarden.schemas.Ingress;
import io.smswarden.schemas.SenderReputation;
import io.smswarden.schemas.Sha256;
import io.smswarden.schemas.SmsEvent;
import io.smswarden.schemas.SubscriberAlert;
import io.smswarden.schemas.TrustedClasses;
import io.smswarden.schemas.Verdict;
import io.smswarden.schemas.Versions;
import io.smswarden.schemas.Warning;
import io.smswarden.streams.Topics;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TallyTest {

  static {
    TrustedClasses.trust();
  }

  private static final Instant START = Instant.parse("2026-11-25T08:00:00Z");
  private static final String SENDER = "+8615400000001";
  private static final String RECIPIENT = "+8615400000002";

  private final Tally tally = new Tally(START);

  @Test
  void whatBelongsTogetherAgrees() {
    message("m-1", Category.NORMAL, Action.ALLOW);
    message("m-2", Category.ADVERT, Action.WARN);
    message("m-3", Category.FRAUD, Action.BLOCK);

    assertThat(tally.mismatches()).isEmpty();
    Counts counts = tally.counts();
    assertThat(counts.messages()).isEqualTo(3);
    assertThat(counts.warnings()).isEqualTo(2);
    assertThat(counts.alerts()).isEqualTo(1);
    assertThat(counts.of(Action.BLOCK)).isEqualTo(1);
    assertThat(counts.of(Category.ADVERT, Action.WARN)).isEqualTo(1);
    assertThat(tally.inFlight()).isZero();
  }

  @Test
  void aMessageWithoutAVerdictIsMissed() {
    tally.event(event("m-1"));

    assertThat(tally.mismatches()).containsExactly(new Mismatch(Fault.UNJUDGED, 1));
    assertThat(tally.inFlight()).isEqualTo(1);
  }

  @Test
  void aSecondVerdictIsNoticed() {
    message("m-1", Category.NORMAL, Action.ALLOW);
    tally.verdict(verdict("m-1", Category.NORMAL, Action.ALLOW), START);

    assertThat(tally.mismatches()).containsExactly(new Mismatch(Fault.REPEATED, 1));
  }

  @Test
  void aVerdictOfNoMessageIsNoticed() {
    tally.verdict(verdict("m-1", Category.NORMAL, Action.ALLOW), START);

    assertThat(tally.mismatches()).containsExactly(new Mismatch(Fault.STRAY_VERDICTS, 1));
  }

  @Test
  void aMissingWarningIsNoticedAndAMissingAlertAsWell() {
    tally.event(event("m-1"));
    tally.verdict(verdict("m-1", Category.FRAUD, Action.WARN), START);

    assertThat(tally.mismatches())
        .containsExactly(new Mismatch(Fault.UNWARNED, 1), new Mismatch(Fault.ALERTS, 1));
  }

  @Test
  void aWarningThatWasNotKeptAsEvidenceIsNoticedAndEvidenceOfNoneAsWell() {
    message("m-1", Category.ADVERT, Action.WARN);
    tally.warning(
        Warning.newBuilder()
            .setVerdict(verdict("m-2", Category.ADVERT, Action.WARN))
            .setRecipient(RECIPIENT)
            .setText("text")
            .build());
    tally.evidence(kept(verdict("m-3", Category.ADVERT, Action.WARN)));

    assertThat(tally.mismatches())
        .contains(new Mismatch(Fault.UNKEPT, 1), new Mismatch(Fault.STRAY_EVIDENCE, 1));
  }

  @Test
  void anAlertForAnAdvertIsOneTooMany() {
    message("m-1", Category.ADVERT, Action.WARN);
    tally.alert(alert("m-1", Category.ADVERT));

    assertThat(tally.mismatches()).containsExactly(new Mismatch(Fault.ALERTS, -1));
  }

  @Test
  void anUnreadableMessageIsSettledByItsDeadLetter() {
    tally.unreadable(Topics.EVENTS.name());
    assertThat(tally.mismatches()).containsExactly(new Mismatch(Fault.UNJUDGED, 1));

    tally.deadLetter(deadLetter(Topics.EVENTS.name()));

    assertThat(tally.mismatches()).isEmpty();
    assertThat(tally.counts().deadLetters()).isEqualTo(1);
  }

  @Test
  void latencyIsOfThisRunsMessagesOnly() {
    Verdict earlier = verdict("m-1", Category.NORMAL, Action.ALLOW, START.minusSeconds(60));
    tally.verdict(earlier, START.plusSeconds(1));
    tally.verdict(verdict("m-2", Category.NORMAL, Action.ALLOW, START), START.plusMillis(40));

    assertThat(tally.latencyMillis().getTotalCount()).isEqualTo(1);
    assertThat(tally.latencyMillis().getMaxValue()).isEqualTo(40);
    assertThat(tally.lastVerdict()).isEqualTo(START.plusMillis(40));
  }

  @Test
  void theMostSuspiciousUnverifiedSendersComeFirst() {
    tally.reputation(reputation("+8615400000001", 0.4, 2, false));
    tally.reputation(reputation("+8615400000002", 0.9, 9, false));
    tally.reputation(reputation("95702", 0.95, 90, true));
    tally.reputation(reputation("+8615400000003", 0.2, 0, false));
    tally.reputation(reputation("+8615400000001", 0.5, 3, false));

    assertThat(tally.mostSuspicious(5))
        .extracting(SenderReputation::getSender, SenderReputation::getSuspicion)
        .containsExactly(tuple("+8615400000002", 0.9), tuple("+8615400000001", 0.5));
    assertThat(tally.mostSuspicious(1)).hasSize(1);
  }

  @Test
  void flaggedMessagesAreCountedWithinAGroup() {
    message("m-1", Category.FRAUD, Action.WARN);
    message("m-2", Category.NORMAL, Action.ALLOW);
    IdSet unwanted = new IdSet();
    unwanted.add("m-1");
    unwanted.add("m-7");

    assertThat(tally.flaggedOf(unwanted)).isEqualTo(1);
  }

  /** A message with all that the pipeline makes of it. */
  private void message(String id, Category category, Action action) {
    Verdict verdict = verdict(id, category, action);
    tally.event(event(id));
    tally.verdict(verdict, START);
    if (action != Action.ALLOW) {
      tally.warning(new Warning(verdict, RECIPIENT, "text", null, false));
      tally.evidence(kept(verdict));
    }
    if (category == Category.FRAUD) {
      tally.alert(alert(id, category));
    }
  }

  private static SmsEvent event(String id) {
    return SmsEvent.newBuilder()
        .setId(id)
        .setSender(SENDER)
        .setRecipient(RECIPIENT)
        .setText("text")
        .setEventTime(START)
        .setReceivedTime(START)
        .setIngress(Ingress.FILE)
        .setDirection(Direction.MOBILE_TERMINATED)
        .build();
  }

  private static Verdict verdict(String id, Category category, Action action) {
    return verdict(id, category, action, START);
  }

  private static Verdict verdict(String id, Category category, Action action, Instant received) {
    return new Verdict(
        id,
        SENDER,
        START,
        received,
        0.5,
        category,
        action,
        0.0,
        List.of(),
        new Versions("model", "signals", ""));
  }

  private static EvidenceRecord kept(Verdict verdict) {
    Sha256 any = new Sha256(new byte[32]);
    return new EvidenceRecord(1L, any, any, verdict, any, null, false, any);
  }

  private static SubscriberAlert alert(String id, Category category) {
    return SubscriberAlert.newBuilder()
        .setMessageId(id)
        .setRecipient(RECIPIENT)
        .setSender(SENDER)
        .setCategory(category)
        .setScore(0.9)
        .setAdviceZh("请核实。")
        .setAdviceEn("Verify.")
        .setEventTime(START)
        .build();
  }

  private static DeadLetter deadLetter(String topic) {
    return new DeadLetter(DeadLetterReason.UNREADABLE, "not Avro", topic, 0, 7L, START, null, null);
  }

  private static SenderReputation reputation(
      String sender, double suspicion, long flagged, boolean verified) {
    return SenderReputation.newBuilder()
        .setSender(sender)
        .setMessages(10)
        .setFlagged(flagged)
        .setFirstSeen(START)
        .setLastSeen(START)
        .setVerified(verified)
        .setSuspicion(suspicion)
        .build();
  }
}
