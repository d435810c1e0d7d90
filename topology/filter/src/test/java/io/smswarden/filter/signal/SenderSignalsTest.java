package io.smswarden.filter.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.smswarden.filter.Message;
import io.smswarden.filter.SenderId;
import io.smswarden.filter.SenderStanding;
import io.smswarden.filter.SenderStanding.Kind;
import io.smswarden.filter.SmsText;
import io.smswarden.filter.behaviour.Behaviour;
import io.smswarden.filter.behaviour.BehaviourLimits;
import io.smswarden.filter.reputation.Estimate;
import io.smswarden.filter.reputation.Evidence;
import io.smswarden.filter.reputation.OperatorOverride;
import io.smswarden.filter.reputation.OperatorOverride.Standing;
import io.smswarden.filter.text.TextViews;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SenderSignalsTest {

  private static final Institutions INSTITUTIONS = new Institutions(List.of("招商银行", "顺丰"));
  private static final String NOTICE = "【招商银行】您的账单已出";

  private static List<Double> strengths(Signal signal, Message message) {
    TextViews views = new TextViews();
    views.read(message.text().value());
    List<Double> seen = new ArrayList<>();
    signal.observe(message, views, (strength, start, end) -> seen.add(strength));
    return seen;
  }

  private static Message from(String sender, SenderStanding standing, String text) {
    return new Message(Optional.of(new SenderId(sender)), new SmsText(text), standing);
  }

  private static SenderStanding registered(String organisation) {
    return new SenderStanding(Optional.of(organisation), true, Kind.BANK, 100, 0, 0, 0.01);
  }

  private static SenderStanding history(long messages, long complaints, double suspicion) {
    return new SenderStanding(
        Optional.empty(), false, Kind.UNKNOWN, messages, 0, complaints, suspicion);
  }

  @Test
  void aBanksSignatureFromAStrangersPhoneIsImpersonation() {
    Signal signal = new UnregisteredInstitution(INSTITUTIONS);
    assertThat(strengths(signal, from("+8613900000001", SenderStanding.UNKNOWN, NOTICE)))
        .containsExactly(1.0);
    assertThat(strengths(signal, from("10690000", SenderStanding.UNKNOWN, NOTICE)))
        .containsExactly(0.5);
    assertThat(strengths(signal, from("95555", registered("顺丰速运"), NOTICE))).containsExactly(1.0);
  }

  @Test
  void aBanksOwnSenderAndAnUnknownOneAreNot() {
    Signal signal = new UnregisteredInstitution(INSTITUTIONS);
    assertThat(strengths(signal, from("95555", registered("招商银行股份有限公司"), NOTICE))).isEmpty();
    assertThat(strengths(signal, Message.of(NOTICE))).isEmpty();
    assertThat(strengths(signal, from("+8613900000001", SenderStanding.UNKNOWN, "招商银行在哪")))
        .isEmpty();
  }

  @Test
  void linksThatHideOrImitateAreSuspicious() {
    Signal signal = new SuspiciousLink(INSTITUTIONS);
    assertThat(strengths(signal, Message.of("登录 http://1.2.3.4/a"))).containsExactly(1.0);
    assertThat(strengths(signal, Message.of("登录 icbc-bank.top/a"))).containsExactly(1.0);
    assertThat(strengths(signal, Message.of("登录 xn--80ak6aa92e.com/a"))).containsExactly(1.0);
    assertThat(strengths(signal, Message.of("看 t.cn/abc"))).containsExactly(0.1);
    assertThat(strengths(signal, Message.of("登录 www.icbc.com.cn"))).isEmpty();
  }

  @Test
  void earlierMessagesAndComplaintsSpeakAgainstASender() {
    assertThat(strengths(new SenderSuspicion(), from("1", history(50, 0, 0.9), "x")))
        .containsExactly(0.9);
    assertThat(strengths(new SenderSuspicion(), from("1", history(50, 0, 0.05), "x"))).isEmpty();
    assertThat(strengths(new SenderComplaints(), from("1", history(100, 5, 0.1), "x")))
        .containsExactly(0.5);
    assertThat(strengths(new SenderComplaints(), Message.of("x"))).isEmpty();
  }

  @Test
  void aVerifiedRegistrationSpeaksForASender() {
    assertThat(strengths(new SenderVerified(), from("95555", registered("招商银行"), "x")))
        .containsExactly(0.99);
    assertThat(strengths(new SenderVerified(), Message.of("x"))).isEmpty();
  }

  @Test
  void suspicionCountsOnlyAsFarAsItIsCertain() {
    SenderStanding unsure = standing(new Estimate(0.3, 0.05, 0.6), Evidence.NONE);
    SenderStanding certain = standing(new Estimate(0.6, 0.5, 0.7), Evidence.NONE);

    assertThat(strengths(new SenderSuspicion(), from("1", unsure, "x"))).isEmpty();
    assertThat(strengths(new SenderSuspicion(), from("1", certain, "x"))).containsExactly(0.5);
  }

  @Test
  void whatAnOverrideSaysHoldsFromItsStartToItsEnd() {
    Instant noon = Instant.parse("2026-03-02T12:00:00Z");
    SenderStanding blocked =
        SenderStanding.UNKNOWN.with(
            new OperatorOverride(Standing.BLOCKED, noon, Optional.of(noon.plusSeconds(60))));
    Signal signal = new SenderOverridden(Standing.BLOCKED);

    assertThat(strengths(signal, at(blocked, noon.minusMillis(1)))).isEmpty();
    assertThat(strengths(signal, at(blocked, noon))).containsExactly(1.0);
    assertThat(strengths(signal, at(blocked, noon.plusSeconds(60)))).isEmpty();
    assertThat(strengths(new SenderOverridden(Standing.TRUSTED), at(blocked, noon))).isEmpty();
  }

  @Test
  void whomTheOperatorTrustsHisHistoryDoesNotSpeakAgainst() {
    SenderStanding bad =
        standing(new Estimate(0.6, 0.5, 0.7), new Evidence(9, 1, 9, Instant.EPOCH));
    SenderStanding trusted =
        bad.with(new OperatorOverride(Standing.TRUSTED, Instant.EPOCH, Optional.empty()))
            .with(behaviour(1000, 1000, 0, 0, 0));

    assertThat(strengths(new SenderSuspicion(), from("+1", trusted, "x"))).isEmpty();
    assertThat(strengths(new SenderComplaints(), from("+1", trusted, "x"))).isEmpty();
    assertThat(strengths(BehaviourSignal.SENDER_FAN_OUT, from("+1", trusted, "x"))).isEmpty();
    assertThat(strengths(new SenderOverridden(Standing.TRUSTED), from("+1", trusted, "x")))
        .containsExactly(1.0);
  }

  @Test
  void fanOutSpeaksAgainstASubscribersNumberOnly() {
    Signal signal = BehaviourSignal.SENDER_FAN_OUT;
    SenderStanding many = SenderStanding.UNKNOWN.with(behaviour(200, 210, 0, 0, 0));

    assertThat(strengths(signal, from("+8613900000001", many, "x"))).containsExactly(200 / 300.0);
    assertThat(strengths(signal, from("10690000", many, "x"))).isEmpty();
    assertThat(
            strengths(
                signal, from("+8613900000001", registered("招商银行").with(many.behaviour()), "x")))
        .isEmpty();
    assertThat(
            strengths(
                signal,
                from(
                    "+8613900000001",
                    SenderStanding.UNKNOWN.with(behaviour(100, 100, 0, 0, 0)),
                    "x")))
        .isEmpty();
  }

  @Test
  void eachTraitOfBehaviourIsASignalOfItsOwn() {
    SenderStanding standing = SenderStanding.UNKNOWN.with(behaviour(90, 100, 0.9, 30, 20));
    Message message = from("+8613900000001", standing, "x");

    assertThat(strengths(BehaviourSignal.SENDER_FAN_OUT, message)).isEmpty();
    assertThat(strengths(BehaviourSignal.SENDER_RATE, message)).containsExactly(0.5);
    assertThat(strengths(BehaviourSignal.SENDER_STRANGERS, message)).containsExactly(0.9);
    assertThat(strengths(BehaviourSignal.SENDER_NIGHT, message)).containsExactly(0.9);
    assertThat(strengths(BehaviourSignal.SENDER_BURST, message)).containsExactly(0.6);
    assertThat(strengths(BehaviourSignal.SENDER_ANSWERED, message)).containsExactly(40 / 90.0);
  }

  @Test
  void aPersonsOwnNumberIsNotConspicuous() {
    SenderStanding person = SenderStanding.UNKNOWN.with(behaviour(12, 15, 0.3, 2, 2));

    for (Signal signal : BehaviourSignal.values()) {
      assertThat(strengths(signal, from("+8613900000001", person, "x"))).isEmpty();
    }
  }

  private static Message at(SenderStanding standing, Instant time) {
    return new Message(
        Optional.of(new SenderId("+8613900000001")), new SmsText("x"), standing, Optional.of(time));
  }

  private static SenderStanding standing(Estimate estimate, Evidence evidence) {
    return new SenderStanding(
        Optional.empty(),
        false,
        Kind.UNKNOWN,
        10,
        9,
        9,
        estimate,
        evidence,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Behaviour.UNKNOWN);
  }

  private static Behaviour behaviour(
      long recipients, long messages, double night, double burst, long answers) {
    return new Behaviour(
        messages,
        messages,
        recipients,
        night,
        (double) recipients / messages,
        burst,
        answers,
        BehaviourLimits.STANDARD);
  }
}
