package io.smswarden.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.smswarden.filter.SenderStanding.Kind;
import io.smswarden.filter.behaviour.Behaviour;
import io.smswarden.filter.behaviour.BehaviourLimits;
import io.smswarden.filter.campaign.CampaignStanding;
import io.smswarden.filter.reputation.OperatorOverride;
import io.smswarden.filter.verdict.Action;
import io.smswarden.filter.verdict.Category;
import io.smswarden.filter.verdict.Finding;
import io.smswarden.filter.verdict.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterTest {

  private static final Filter FILTER = Filter.standard();

  private static Verdict judge(String text) {
    return FILTER.judge(Message.of(text));
  }

  private static List<String> codes(Verdict verdict) {
    return verdict.findings().stream().map(Finding::code).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "COLLECTION_ABUSIVE|THREAT_CONTACT_LIST|你的欠款今天不还，我们就群发你通讯录，让你亲戚朋友都知道",
        "COLLECTION_ABUSIVE|FALSE_LEGAL_PROCESS|你的网贷已逾期，今日不处理将立案侦查并上网追逃",
        "PII_REQUEST|PII_ONE_TIME_CODE|您好，这边给您办理退款，请把收到的验证码发给我",
        "IMPERSONATION|SAFE_ACCOUNT|你的账户涉嫌洗钱，请立即把资金转到安全账户",
        "LOAN_AD|LOAN_ADVERT|无抵押信用贷款，当天放款，最高50万，详询13900000000",
        "GAMBLING_ADULT|GAMBLING|澳门葡京真人荷官，首存送彩金88元，开户 http://abc123.vip",
        "FRAUD|INVOICE_SALE|本公司代开各类发票，可验证后付款，联系13900000000",
        "IMPERSONATION|RELATIVE_IMPERSONATION|Hi mum, dropped my phone and this is my new number. Can you pay a bill for me?",
      })
  void flagsWithAReason(Category category, String code, String text) {
    Verdict verdict = judge(text);
    assertThat(verdict.flagged()).isTrue();
    assertThat(codes(verdict)).contains(code);
    assertThat(verdict.category()).isEqualTo(category);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "【招商银行】验证码482913，5分钟内有效，切勿将验证码告诉他人",
        "妈，晚上不回家吃饭了，你们先吃",
        "Your verification code is 482913. Do not share this code with anyone.",
        "警方提醒：凡是要求转到安全账户的都是诈骗，请拨打96110",
        "ok see you at 7 then",
      })
  void letsThrough(String text) {
    assertThat(judge(text).action()).isEqualTo(Action.ALLOW);
  }

  @Test
  void aReminderInWhichNoSignalSeesAnythingIsALawfulOne() {
    Verdict verdict = judge("花店：三月那批月季六百六，您什么时候方便");
    assertThat(verdict.findings()).isEmpty();
    assertThat(verdict.action()).isEqualTo(Action.ALLOW);
    assertThat(verdict.category()).isEqualTo(Category.COLLECTION_LAWFUL);
  }

  @Test
  void aWarningAgainstSharingACodeIsNoRequestForIt() {
    assertThat(codes(judge("【平安银行】验证码123456，请勿告诉我行工作人员或提供给他人")))
        .doesNotContain("PII_ONE_TIME_CODE");
    assertThat(codes(judge("Police warn: never tell anyone who says 'send me the one time code'")))
        .doesNotContain("PII_ONE_TIME_CODE");
  }

  @Test
  void evidencePointsAtWhatTheSubscriberSees() {
    String text = "急！请把验\u200B证碼发给我";
    Finding finding =
        judge(text).findings().stream()
            .filter(f -> f.code().equals("PII_ONE_TIME_CODE"))
            .findFirst()
            .orElseThrow();
    assertThat(text.substring(finding.start(), finding.end())).isEqualTo("验\u200B证碼发给我");
  }

  @Test
  void theSenderChangesTheVerdictOfTheSameText() {
    SmsText text = new SmsText("【招商银行】您的账户异常，请立即登录 http://cmb-safe.top 认证");
    SenderStanding bank = new SenderStanding(Optional.of("招商银行"), true, Kind.BANK, 900, 0, 0, 0.0);
    double own = FILTER.judge(new Message(Optional.of(new SenderId("95555")), text, bank)).score();
    double stranger =
        FILTER
            .judge(
                new Message(
                    Optional.of(new SenderId("+8613900000001")), text, SenderStanding.UNKNOWN))
            .score();
    assertThat(stranger).isGreaterThan(own);
  }

  @Test
  void whatTheOperatorBlocksIsBlockedWhateverItSaysAndWhateverRulesSay() {
    SenderStanding blocked =
        SenderStanding.UNKNOWN.with(
            new OperatorOverride(
                OperatorOverride.Standing.BLOCKED, Instant.EPOCH, Optional.empty()));
    Message message =
        new Message(Optional.of(new SenderId("+8613900000001")), new SmsText("明天见"), blocked);
    Filter allowing =
        FILTER.withRules(
            """
            version: example
            allow:
              - {sender: "+8613900000001", reason: a partner}
            """);

    for (Filter filter : List.of(FILTER, allowing)) {
      Verdict verdict = filter.judge(message);
      assertThat(verdict.action()).isEqualTo(Action.BLOCK);
      assertThat(codes(verdict)).contains("SENDER_BLOCKED");
    }
    assertThat(allowing.judge(Message.of("明天见")).action()).isEqualTo(Action.ALLOW);
  }

  @Test
  void theStrongestFindingComesFirst() {
    List<Finding> findings = judge("你的欠款今天不还，我们就群发你通讯录，公安局立案侦查，上门找你家人").findings();
    assertThat(findings).hasSizeGreaterThan(2);
    assertThat(findings)
        .isSortedAccordingTo(
            (a, b) ->
                Double.compare(
                    Math.abs(b.strength() * b.weight()), Math.abs(a.strength() * a.weight())));
  }

  @Test
  void aFlaggedMessageShowsWhatTheModelFoundTelling() {
    assertThat(codes(judge("无抵押信用贷款，当天放款，最高50万，详询13900000000"))).contains("MODEL_TEXT");
  }

  @Test
  void theTextsOwnScoreIsTheSameWhateverIsKnownOfItsSenderAndCampaign() {
    String text = "您家的宽带改造登记未完成，请抽空联系师傅核对住户信息";
    Instant noon = Instant.parse("2026-03-02T12:00:00Z");
    Verdict alone = judge(text);
    Verdict known =
        FILTER.judge(
            new Message(
                Optional.of(new SenderId("+8613900000001")),
                new SmsText(text),
                SenderStanding.UNKNOWN.with(
                    new Behaviour(2000, 2000, 900, 0.9, 0.45, 30, 0, BehaviourLimits.STANDARD)),
                Optional.of(noon),
                Optional.of(new CampaignStanding("c-1", 100, 200, 0.9, 9, noon, true))));

    assertThat(codes(known)).contains("SENDER_FAN_OUT", "CAMPAIGN_KNOWN");
    assertThat(known.score()).isGreaterThan(alone.score());
    assertThat(known.textScore()).isEqualTo(alone.score());
  }
}
