package io.smswarden.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.smswarden.filter.SenderStanding.Kind;
import io.smswarden.filter.verdict.Action;
import io.smswarden.filter.verdict.Category;
import io.smswarden.filter.verdict.Verdict;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FilterPropertyTest {

  private static final Filter FILTER = Filter.standard();
  private static final int LONG_TEXT = 64 * 1024;

  private static final String[] PIECES = {
    "欠款",
    "今天不还",
    "通讯录",
    "群发",
    "家人",
    "上门",
    "公安局",
    "逾期",
    "立即",
    "验证码",
    "发给我",
    "身份证",
    "提供",
    "切勿",
    "http://1.2.3.4/a",
    "t.cn/x",
    "13800138000",
    "【招商银行】",
    "积分",
    "兑换",
    "现金",
    "贷款",
    "无抵押",
    "退订",
    "安全账户",
    "转",
    "hi mum",
    " new number ",
    " pay ",
    " prize ",
    " call ",
    " claim ",
    "\uD83D",
    " ",
    "，",
    "赌场",
    "开户",
    "如已还款请忽略"
  };

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().all().ofMaxLength(300),
        Arbitraries.of(PIECES).list().ofMaxSize(14).map(pieces -> String.join("", pieces)));
  }

  @Provide
  Arbitrary<Message> messages() {
    Arbitrary<SenderStanding> standings =
        Combinators.combine(
                Arbitraries.of("招商银行", "顺丰速运").optional(),
                Arbitraries.of(true, false),
                Arbitraries.of(Kind.values()),
                Arbitraries.longs().between(0, 20),
                Arbitraries.doubles().between(0, 1))
            .as(
                (organisation, verified, kind, complaints, suspicion) ->
                    new SenderStanding(
                        organisation, verified, kind, 100, 5, complaints, suspicion));
    Arbitrary<Optional<SenderId>> senders =
        Arbitraries.of("+8613900000001", "95555", "BANK").map(SenderId::new).optional();
    return Combinators.combine(senders, texts(), standings)
        .as((sender, text, standing) -> new Message(sender, new SmsText(text), standing));
  }

  @Property(tries = 3000)
  void theScoreFollowsFromTheVerdictAndTheTableAlone(@ForAll("messages") Message message) {
    Verdict verdict = FILTER.judge(message);
    double logOdds = verdict.modelLogit() + FILTER.table().logOdds(verdict.findings());
    assertThat(verdict.score()).isCloseTo(1 / (1 + Math.exp(-logOdds)), within(1e-12));
  }

  @Property(tries = 2000)
  void theActionFollowsFromScoreAndCategory(@ForAll("messages") Message message) {
    Verdict verdict = FILTER.judge(message);
    assertThat(verdict.action())
        .isEqualTo(FILTER.table().threshold(verdict.category()).action(verdict.score()));
    if (verdict.category() == Category.NORMAL || verdict.category() == Category.COLLECTION_LAWFUL) {
      assertThat(verdict.action()).isEqualTo(Action.ALLOW);
    }
  }

  @Property(tries = 2000)
  void findingsStayWithinTheText(@ForAll("messages") Message message) {
    int length = message.text().value().length();
    assertThat(FILTER.judge(message).findings())
        .allSatisfy(
            finding -> {
              assertThat(finding.start()).isBetween(0, finding.end());
              assertThat(finding.end()).isBetween(finding.start(), length);
              assertThat(finding.strength()).isBetween(0.0, 1.0);
            });
  }

  @Property(tries = 1000)
  void theSameMessageGivesTheSameVerdict(
      @ForAll("messages") Message message, @ForAll("messages") Message between) {
    Verdict verdict = FILTER.judge(message);
    FILTER.judge(between);
    assertThat(FILTER.judge(message)).isEqualTo(verdict);
  }

  @Test
  void veryLongTextsOfAnyUnitsAreJudged() {
    Random random = new Random(1);
    for (int run = 0; run < 5; run++) {
      StringBuilder text = new StringBuilder(LONG_TEXT);
      while (text.length() < LONG_TEXT) {
        text.append((char) random.nextInt(0x10000));
      }
      assertThat(FILTER.judge(Message.of(text.toString())).score()).isBetween(0.0, 1.0);
    }
    for (String piece : new String[] {"a.", "1 ", "x", "【", "a ", "http://", "欠款", "\uD800"}) {
      String text = piece.repeat(LONG_TEXT / piece.length());
      assertThat(FILTER.judge(Message.of(text)).score()).isBetween(0.0, 1.0);
    }
  }

  @Test
  void anEmptyTextIsNormal() {
    assertThat(FILTER.judge(Message.of("")).category()).isEqualTo(Category.NORMAL);
    assertThat(FILTER.judge(Message.of("")).findings()).isEmpty();
  }
}
