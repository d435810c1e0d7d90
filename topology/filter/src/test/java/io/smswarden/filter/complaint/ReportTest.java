package io.smswarden.filter.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import io.smswarden.filter.SenderId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportTest {

  private static final SenderId ONE = new SenderId("10690001");
  private static final SenderId TWO = new SenderId("10690002");
  private static final String LOAN = "恭喜您获得三十万元贷款额度，当天放款，回复1办理";
  private static final String GAME = "注册即送八十八元，真人荷官在线发牌，加微信了解";

  private final TextPrinter printer = new TextPrinter();

  private InboxMessage message(String id, SenderId sender, String text) {
    return new InboxMessage(id, sender, printer.of(text), true, Optional.empty());
  }

  private final List<InboxMessage> inbox =
      List.of(message("c", TWO, LOAN), message("b", ONE, GAME), message("a", ONE, LOAN));

  private Report report(String id, SenderId sender, String text) {
    return new Report(
        Optional.ofNullable(id),
        Optional.ofNullable(sender),
        Optional.ofNullable(text).map(printer::of));
  }

  private static Target found(InboxMessage message) {
    return new Target.Message(message);
  }

  @Test
  void anIdMeansThatMessage() {
    assertThat(report("a", null, GAME).among(inbox)).isEqualTo(found(inbox.get(2)));
  }

  @Test
  void aTextMeansTheLatestMessageThatIsMostLikeIt() {
    assertThat(report(null, null, LOAN).among(inbox)).isEqualTo(found(inbox.get(0)));
    assertThat(report(null, null, GAME).among(inbox)).isEqualTo(found(inbox.get(1)));
  }

  @Test
  void aTextOfANamedSenderMeansThatSendersMessage() {
    assertThat(report(null, ONE, LOAN).among(inbox)).isEqualTo(found(inbox.get(2)));
  }

  @Test
  void aSenderAloneMeansItsLatestMessage() {
    assertThat(report(null, ONE, null).among(inbox)).isEqualTo(found(inbox.get(1)));
  }

  @Test
  void anUnknownTextOfANamedSenderMeansTheSenderAndNoMessage() {
    assertThat(report(null, ONE, "完全不同的一段文字，谁也没有收到过").among(inbox))
        .isEqualTo(new Target.Sender(ONE, Optional.empty()));
    assertThat(report("z", ONE, null).among(inbox))
        .isEqualTo(new Target.Sender(ONE, Optional.of("z")));
  }

  @Test
  void anUnknownTextWithoutASenderMeansNothingYet() {
    assertThat(report(null, null, "完全不同的一段文字，谁也没有收到过").among(inbox)).isEqualTo(Target.NONE);
    assertThat(report("z", null, null).among(inbox)).isEqualTo(Target.NONE);
  }

  @Test
  void whoTellsNothingIsNotAsked() {
    assertThat(report(null, null, null).empty()).isTrue();
    assertThat(report("z", null, null).empty()).isFalse();
  }
}
