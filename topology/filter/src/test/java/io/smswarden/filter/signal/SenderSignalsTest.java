package io.smswarden.filter.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.smswarden.filter.Message;
import io.smswarden.filter.SenderId;
import io.smswarden.filter.SenderStanding;
import io.smswarden.filter.SenderStanding.Kind;
import io.smswarden.filter.SmsText;
import io.smswarden.filter.text.TextViews;
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
}
