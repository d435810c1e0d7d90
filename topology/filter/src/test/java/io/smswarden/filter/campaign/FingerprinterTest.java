package io.smswarden.filter.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.smswarden.filter.evaluation.Evasion;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprinterTest {

  private static final String TOLL = "【ETC服务】您的ETC卡已失效，请于今日登录 etc-renew.top/a1 重新认证，否则将被列入黑名单";
  private static final String PARCEL =
      "Your parcel SW4471 could not be delivered: address incomplete. Update it at post-help.top/x7 today";

  private final Fingerprinter fingerprinter = new Fingerprinter();

  private Fingerprint of(String text) {
    return fingerprinter.of(text).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // another link, another number, another name
        "【ETC服务】您的ETC卡已失效，请于今日登录 http://x9.icu/?id=77 重新认证，否则将被列入黑名单",
        "【ETC客服】王先生您的ETC卡已失效，请于11月3日登录 etc-renew.top/b2 重新认证，否则将被列入黑名单",
        // blanks, signs, width, invisible characters, another script, look-alikes
        "【ETC服务】您 的 E T C 卡 已 失 效 ， 请 于 今 日 登 录 etc-renew.top/a1 重 新 认 证 ， 否 则 将 被 列 入 黑 名 单",
        "【ETC服务】您的ＥＴＣ卡·已失效*请于今日登录 etc-renew.top/a1 重新_认证|否则将被列入.黑名单！！",
        "【ETC服务】您的ETC卡已\u200B失效，请于\u200B今日登录 etc-renew.top/a1 重\u200D新认证，否则将\u2060被列入黑名单",
        "【ETC服務】您的ETC卡已失效，請於今日登錄 etc-renew.top/a1 重新認證，否則將被列入黑名單",
        "【ЕТС服务】您的ЕТС卡已失效，请于今日登录 etc-renew.top/a1 重新认证，否则将被列入黑名单",
        // a word more, a word less, another word
        "【ETC服务】车主您好，您的ETC卡已失效，请于今日登录 etc-renew.top/a1 重新认证，否则将被列入黑名单",
        "您的ETC卡已失效，请于今日登录 etc-renew.top/a1 重新认证，否则将列入黑名单",
        "【ETC服务】您的ETC卡已过期，请于今日登录 etc-renew.top/a1 重新认证，否则将被列入黑名单"
      })
  void aRewrittenTextIsOfTheSameCampaign(String rewritten) {
    assertThat(of(rewritten).similarity(of(TOLL))).isGreaterThanOrEqualTo(Fingerprint.ALIKE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Your parcel SW9920 could not be delivered: address incomplete. Update it at dhl-fix.icu today",
        "YOUR PARCEL SW4471 could not be d e l i v e r e d: address incomplete. Update it at post-help.top/x7 today",
        "Yоur pаrcel SW4471 cоuld nоt be delivеrеd: аddress incomplеte. Updаte it at post-help.top/x7 today",
        "Y0ur parcel SW4471 c0uld not be deliver3d: addr3ss inc0mplete. Upd4te it at post-help.top/x7 today",
        "Your parcel SW4471 could not be delivered: the address is incomplete. Update it at post-help.top/x7 now"
      })
  void soIsAnEnglishOne(String rewritten) {
    assertThat(of(rewritten).isAlike(of(PARCEL))).isTrue();
  }

  @Test
  void aTextRewrittenAtRandomIsOfTheSameCampaign() {
    for (int seed = 0; seed < 200; seed++) {
      assertThat(of(Evasion.rewrite(TOLL, seed)).isAlike(of(TOLL))).as("seed %d", seed).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "【ETC服务】您的爱车已完成高速通行，扣费36.50元，详情请查看账单，祝您一路平安",
        "车主您好，您的车辆有3条违章未处理，今日起双倍罚款，查询 cx122.top/p",
        "【建设银行】您的信用卡已失效，如需换卡请前往就近网点办理，本行不会索要密码",
        "妈，我今天晚点回来，你们先吃饭不用等我，公司临时要开会"
      })
  void anotherTextIsNot(String other) {
    assertThat(of(other).isAlike(of(TOLL))).isFalse();
  }

  @Test
  void aTextThatAnybodyWritesHasNoFingerprint() {
    assertThat(
            List.of("好的", "生日快乐！", "我到了，你在哪儿？", "ok see you", "验证码123456", "", "哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈"))
        .allSatisfy(text -> assertThat(fingerprinter.of(text)).isEmpty());
  }

  @Test
  void anIdeographAmongLettersDoesNotMaskTheLetters() {
    assertThat(of(PARCEL + "福").isAlike(of(PARCEL))).isTrue();
  }

  @Test
  void bytesKeepAFingerprint() {
    assertThat(Fingerprint.of(of(TOLL).bytes())).isEqualTo(of(TOLL)).hasToString(of(TOLL).id());
    assertThat(of(TOLL).id()).matches("c-[0-9a-f]{12}").isNotEqualTo(of(PARCEL).id());
  }

  @Property(tries = 500)
  void everyTextEitherHasAFingerprintThatIsAlikeItselfOrNone(@ForAll String text) {
    new Fingerprinter()
        .of(text)
        .ifPresent(fingerprint -> assertThat(fingerprint.similarity(of(text))).isEqualTo(1));
  }
}
