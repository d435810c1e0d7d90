package io.smswarden.filter.complaint;

import io.smswarden.filter.SenderId;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * What a complainant is told: one short message each. Only numbers are repeated: a sender's name is
 * the sender's own words, and the operator doesn't send them.
 *
 * @param zh the text in Chinese
 * @param en the same in English
 */
public record ReplyText(String zh, String en) {

  private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]+");

  /** The complaint counts. */
  public static ReplyText thanks(SenderId sender) {
    return new ReplyText(
        "感谢您举报%s，我们会尽快核查处理。请勿点击短信中的链接，勿回电、勿转账。".formatted(zh(sender)),
        "Thank you for reporting %s. We are looking into it. Open no link in the message, don't call back, pay nothing."
            .formatted(en(sender)));
  }

  /** It counts once the sender is told. */
  public static ReplyText askSender(Duration within) {
    return new ReplyText(
        "感谢您的举报。请在%d小时内直接回复发送该短信的号码，以便我们核查。".formatted(within.toHours()),
        "Thank you for your report. Please reply within %d hours with the number or name that sent you the message, so that we can look into it."
            .formatted(within.toHours()));
  }

  /** It had counted before. */
  public static ReplyText alreadyKnown(SenderId sender) {
    return new ReplyText(
        "感谢您的举报。您此前对%s的举报我们已收到，正在核查，无需重复举报。".formatted(zh(sender)),
        "Thank you. We already have your report of %s and are looking into it; there is no need to send it again."
            .formatted(en(sender)));
  }

  /** It says nothing that could count. */
  public static ReplyText notUnderstood() {
    return new ReplyText(
        "抱歉，未能识别您发送的内容。举报垃圾短信请将原文转发至本号码；补充发送号码请只回复该号码。",
        "Sorry, we could not read that. To report a message, forward it to this number; to tell us its sender, reply with the number alone.");
  }

  private static String zh(SenderId sender) {
    return NUMBER.matcher(sender.value()).matches() ? " " + sender.value() + " " : "该短信";
  }

  private static String en(SenderId sender) {
    return NUMBER.matcher(sender.value()).matches() ? sender.value() : "this message";
  }
}
