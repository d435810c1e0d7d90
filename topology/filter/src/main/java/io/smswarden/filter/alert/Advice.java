package io.smswarden.filter.alert;

import io.smswarden.filter.verdict.Category;

/**
 * What a subscriber is told to do about a message of a category: calm, and in the order of what
 * matters first.
 *
 * @param zh the advice in Chinese
 * @param en the same in English
 */
public record Advice(String zh, String en) {

  /** The whole text of an alert: who it claims to be, whether that is so, and what to do. */
  public static Advice on(Category category, Claim claim) {
    Advice advice = on(category);
    return new Advice(advice.zh + claim.zh(), advice.en + " " + claim.en());
  }

  /** The advice that fits a category. */
  static Advice on(Category category) {
    return switch (category) {
      case COLLECTION_ABUSIVE ->
          new Advice(
              "这条短信疑似违规催收。请保持冷静：先核实对方身份，通过债权机构的官方渠道确认是否真有欠款；"
                  + "不要提供身份证号、银行卡号或验证码，也不要向陌生账户转账。威胁、骚扰您或您的亲友是违法的，"
                  + "请保留短信和通话记录，可向 12378、12345 投诉，遇到人身威胁请拨打 110。",
              "This message looks like abusive debt collection. Keep calm: check who it is, and ask the"
                  + " creditor through its official channel whether you owe anything. Give no ID number,"
                  + " card number or code, and pay nothing to an unknown account. Threats to you, your"
                  + " family or your workplace are unlawful: keep the messages, complain to the"
                  + " regulator, and call the police when you are threatened.");
      case FRAUD ->
          new Advice(
              "这条短信疑似诈骗。请不要点击链接、不要回电、不要转账。如已转账或泄露信息，请立即联系银行并拨打 110 或"
                  + "反诈专线 96110。短信可转发至 12321 举报，并请保留作为证据。",
              "This message looks like fraud. Open no link, call no number in it, transfer nothing. If"
                  + " you already paid or gave data away, call your bank and the police at once. Report"
                  + " the message and keep it as evidence.");
      case PII_REQUEST ->
          new Advice(
              "这条短信在索要您的个人信息。银行、公安和平台都不会通过短信索要密码、验证码或身份证照片，请不要回复、不要填写。" + "如已提供，请尽快修改密码并联系银行。",
              "This message asks for your personal data. No bank, police or platform asks for a"
                  + " password, a one-time code or a picture of your ID by text message: do not answer and"
                  + " fill in nothing. If you already did, change the password and call your bank.");
      case IMPERSONATION ->
          new Advice(
              "这条短信自称的身份未经核实，可能是冒充。请不要点击短信中的链接或拨打其中的号码，" + "请通过官方 App、官网或您原有的联系方式核实。",
              "The sender is not verified to be who it claims to be. Open no link and call no number in"
                  + " the message; check through the official app or site, or the number you already"
                  + " have.");
      case GAMBLING_ADULT ->
          new Advice(
              "这条短信疑似赌博或色情引流。请不要点击链接、不要添加联系方式、不要充值。参与网络赌博违法，平台往往本身就是骗局。",
              "This message looks like a lure to gambling or adult content. Open no link, add no contact"
                  + " and pay nothing in: such platforms are often fraud themselves.");
      case COLLECTION_LAWFUL, LOAN_AD, ADVERT, NORMAL ->
          new Advice(
              "这条短信被标记为可疑。请先核实发送方，再决定是否处理。",
              "This message was marked as suspicious. Check the sender before you act on it.");
    };
  }
}
