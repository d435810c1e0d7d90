package io.smswarden.filter.rule;

import static io.smswarden.filter.rule.Sms.sms;
import static org.assertj.core.api.Assertions.assertThat;

import io.smswarden.filter.SenderStanding.Kind;
import io.smswarden.filter.verdict.Finding;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConditionTest {

  private static final Sms STRANGER = sms("hello").from("13900000009");

  private static List<Finding> fired(String when, Sms sms) {
    String yaml =
        "version: v\nzone: Asia/Shanghai\nrules:\n  - {code: THE_RULE, category: FRAUD, weight: 1, zh: 一, en: one, when: "
            + when
            + "}\n";
    return Shipped.FILTER.withRules(yaml).judge(sms.message()).findings().stream()
        .filter(finding -> finding.code().equals("THE_RULE"))
        .toList();
  }

  static Stream<Arguments> holds() {
    return Stream.of(
        Arguments.of("{text: 高速费}", sms("您的高 速·费未交")),
        Arguments.of("{text: 高速费}", sms("您的高速費未交")),
        Arguments.of("{text: etc}", sms("Your ＥＴＣ is void")),
        Arguments.of("{text: 加微信}", sms("加V❤信了解")),
        Arguments.of("{text: [nothing, toll]}", sms("pay the toll")),
        Arguments.of("{text: 'invoice*'}", sms("two invoices here")),
        Arguments.of("{text: '点击{link}'}", sms("请点击 https://a.top/x 查看")),
        Arguments.of("{text: '充值{number}元'}", sms("充值 88 元送好礼")),
        Arguments.of("{text: '致电{long}'}", sms("请致电 400-820-8820")),
        Arguments.of("{text: 尾号8899}", sms("您尾号8899的账户")),
        Arguments.of("{text: '88*'}", sms("送8899元")),
        Arguments.of("{regex: '加(qq)?群 ?[0-9]{6,}'}", sms("快来加群 731200456")),
        Arguments.of("{regex: ['none', '^退订']}", sms("退订回T")),
        Arguments.of("{regex: '点击{link}'}", sms("点击 a.top/x 吧")),
        Arguments.of("{signal: GAMBLING}", sms("澳门首家线上赌场上线，百家乐注册送彩金")),
        Arguments.of("{signal: [ADULT, {code: GAMBLING, min: 1}]}", sms("澳门首家线上赌场上线，百家乐注册送彩金")),
        Arguments.of("{link: any}", sms("see a.top/x")),
        Arguments.of("{link: [address, shortener]}", sms("see http://45.9.1.2/x")),
        Arguments.of("{link: shortener}", sms("see bit.ly/x")),
        Arguments.of("{link: punycode}", sms("see xn--80ak6aa92e.com/x")),
        Arguments.of("{link: {host: pay.example.com}}", sms("see pay.example.com/x")),
        Arguments.of("{link: {domain: example.com}}", sms("see http://a.b.EXAMPLE.com")),
        Arguments.of("{link: {domain: example.com}}", sms("see example.com/x")),
        Arguments.of(
            "{link: {domain: example.com}}", sms("first other.top/x then pay.example.com/y")),
        Arguments.of("{sender: {id: '139 0000 0009'}}", STRANGER),
        Arguments.of("{sender: {prefix: ['+86139', '+86138']}}", STRANGER),
        Arguments.of("{sender: {registered: false}}", STRANGER),
        Arguments.of("{sender: {registered: true}}", STRANGER.registered("工商银行", Kind.BANK, false)),
        Arguments.of("{sender: {verified: true}}", STRANGER.registered("工商银行", Kind.BANK, true)),
        Arguments.of("{sender: {kind: [BANK]}}", STRANGER.registered("工商银行", Kind.BANK, false)),
        Arguments.of("{sender: {form: mobile}}", STRANGER),
        Arguments.of("{sender: {form: landline}}", STRANGER.from("+861062000000")),
        Arguments.of("{sender: {form: international}}", STRANGER.from("+442079460958")),
        Arguments.of("{sender: {form: short-code}}", STRANGER.from("95588")),
        Arguments.of("{sender: {form: alphanumeric}}", STRANGER.from("Amazon")),
        Arguments.of("{sender: {region: [GB, US]}}", STRANGER.from("+442079460958")),
        Arguments.of("{reputation: {suspicion: '>= 0.5'}}", STRANGER.known(9, 9, 0, 0.5)),
        Arguments.of(
            "{reputation: {messages: '> 8', flagged: '= 9', complaints: '< 1'}}",
            STRANGER.known(9, 9, 0, 0.5)),
        Arguments.of(
            "{rate: {per-day: '>= 300'}}",
            STRANGER.known(900, 0, 0, 0).since("2026-03-01T00:00:00Z").at("2026-03-04T00:00:00Z")),
        Arguments.of(
            "{rate: {per-day: '= 900'}}",
            STRANGER.known(900, 0, 0, 0).since("2026-03-01T00:00:00Z").at("2026-03-01T00:01:00Z")),
        Arguments.of("{time: {from: '21:00', to: '08:00'}}", STRANGER.at("2026-03-02T13:00:00Z")),
        Arguments.of("{time: {from: '21:00', to: '08:00'}}", STRANGER.at("2026-03-02T23:59:59Z")),
        Arguments.of("{time: {from: '9:00', to: '24:00'}}", STRANGER.at("2026-03-02T15:59:59Z")),
        Arguments.of("{time: {days: [TUESDAY]}}", STRANGER.at("2026-03-02T16:00:00Z")),
        Arguments.of(
            "{time: {from: '12:00', to: '13:00', zone: Europe/London}}",
            STRANGER.at("2026-07-01T11:30:00Z")),
        Arguments.of("{all: [{text: a}, {text: b}]}", sms("a and b")),
        Arguments.of("{any: [{text: x}, {text: b}]}", sms("a and b")),
        Arguments.of("{text: a, none: [{text: x}, {text: y}]}", sms("a and b")),
        Arguments.of("{text: a, sender: {form: mobile}}", sms("a and b").from("13900000009")));
  }

  static Stream<Arguments> doesNotHold() {
    return Stream.of(
        Arguments.of("{text: toll}", sms("an atoll in the sea")),
        Arguments.of("{text: invoice}", sms("two invoices here")),
        Arguments.of("{text: 尾号8899}", sms("您尾号1234的账户")),
        Arguments.of("{text: '8899'}", sms("您尾号88991的账户")),
        Arguments.of("{text: '8899'}", sms("您尾号18899的账户")),
        Arguments.of("{regex: '^退订'}", sms("回T退订")),
        Arguments.of("{signal: {code: SUSPICIOUS_LINK, min: 0.9}}", sms("see bit.ly/x")),
        Arguments.of("{link: any}", sms("no link. at all")),
        Arguments.of("{link: {host: example.com}}", sms("see pay.example.com/x")),
        Arguments.of("{link: {domain: example.com}}", sms("see notexample.com/x")),
        Arguments.of("{link: {domain: example.com}}", sms("see example.com.evil.top/x")),
        Arguments.of(
            "{link: {domain: example.com, kind: address}}", sms("http://1.2.3.4/ example.com/x")),
        Arguments.of("{sender: {id: '95588'}}", sms("no sender is known")),
        Arguments.of("{sender: {registered: false}}", sms("no sender is known")),
        Arguments.of("{sender: {prefix: '+86139'}}", STRANGER.from("+8613700000009")),
        Arguments.of("{sender: {verified: true}}", STRANGER.registered("工商银行", Kind.BANK, false)),
        Arguments.of("{sender: {region: CN}}", STRANGER.from("95588")),
        Arguments.of("{reputation: {messages: '>= 10'}}", STRANGER.known(9, 0, 0, 0)),
        Arguments.of("{reputation: {messages: '< 10'}}", sms("no sender is known")),
        Arguments.of("{rate: {per-day: '>= 0'}}", STRANGER.known(900, 0, 0, 0)),
        Arguments.of("{time: {from: '21:00', to: '08:00'}}", STRANGER.at("2026-03-02T12:59:59Z")),
        Arguments.of("{time: {from: '21:00', to: '08:00'}}", STRANGER.at("2026-03-03T00:00:00Z")),
        Arguments.of("{time: {from: '00:00', to: '24:00'}}", STRANGER),
        Arguments.of("{time: {days: [MONDAY]}}", STRANGER.at("2026-03-02T16:00:00Z")),
        Arguments.of("{all: [{text: a}, {text: x}]}", sms("a and b")),
        Arguments.of("{any: [{text: x}, {text: y}]}", sms("a and b")),
        Arguments.of("{text: a, none: [{text: x}, {text: b}]}", sms("a and b")));
  }

  @ParameterizedTest
  @MethodSource("holds")
  void aRuleFiresWhenItsConditionHolds(String when, Sms sms) {
    assertThat(fired(when, sms)).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("doesNotHold")
  void aRuleStaysSilentWhenItDoesNot(String when, Sms sms) {
    assertThat(fired(when, sms)).isEmpty();
  }

  @Test
  void theFindingShowsWhereInTheOriginalTextItIs() {
    String text = "【通知】请点 击 ＥＴＣ 认证！";
    Finding finding = fired("{all: [{text: 点击}, {text: etc}]}", sms(text)).get(0);

    assertThat(text.substring(finding.start(), finding.end())).isEqualTo("点 击 ＥＴＣ");
  }

  @Test
  void whatAFailedAlternativeFoundIsNotShown() {
    String text = "one two three";
    Finding finding =
        fired("{any: [{all: [{text: one}, {text: four}]}, {text: two}]}", sms(text)).get(0);

    assertThat(text.substring(finding.start(), finding.end())).isEqualTo("two");
  }

  @Test
  void aRuleAboutTheSenderAloneHasNoSpan() {
    Finding finding = fired("{sender: {form: mobile}}", STRANGER).get(0);

    assertThat(finding.start()).isZero();
    assertThat(finding.end()).isZero();
  }
}
