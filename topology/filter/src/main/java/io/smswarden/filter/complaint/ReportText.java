package io.smswarden.filter.complaint;

import io.smswarden.filter.SenderId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a subscriber wrote to the short code: a forwarded message, with what telephones and people
 * put before it, or the sender that was asked for.
 *
 * @param body the text without the words before it
 * @param sender the sender that those words name; empty when they name none
 * @param said all that was written
 */
public record ReportText(String body, Optional<String> sender, String said) {

  private static final String NUMBER = "[+＋]?\\d[\\d ()-]{1,24}\\d";
  private static final String NAME = "[A-Za-z][A-Za-z0-9&_-]{2,10}";

  /** "Fwd:", "转发：", "[转发]", "举报：" and the like. */
  private static final Pattern FORWARDED =
      Pattern.compile(
          "(?i)^(?:(?:fwd?|spam|report|转发|轉發|转寄|轉寄|举报|舉報|投诉|投訴)(?:短信|简讯|簡訊)?\\s{0,3}[:：]"
              + "|[\\[【(（](?:fwd?|转发|轉發|转发短信|举报|舉報)[\\]】)）])\\s*");

  /** "From: 10690001", "发件人：…", "来自…的短信：". A name needs the colon: "From all of us" is none. */
  private static final Pattern FROM =
      Pattern.compile(
          "(?i)^(?:from|sender|发件人|發件人|发送人|寄件者|发送号码|来自|來自)(?:\\s{0,3}[:：]\\s{0,3}("
              + NAME
              + "|"
              + NUMBER
              + ")|\\s{0,3}("
              + NUMBER
              + "))(?:\\s{0,3}的(?:短信|消息|簡訊))?(?:\\s*[:：,，]|\\s+|$)\\s*");

  /** A sender and nothing else, but for the words that people answer with. */
  private static final Pattern ANSWER =
      Pattern.compile(
          "(?i)^(?:(?:对方|對方|发送|發送|短信)?(?:的)?(?:号码|號碼|发件人|电话|號|号)?(?:是|为)?"
              + "|from|sender|number|it(?:'s| is| was)|the (?:number|sender) (?:is|was))\\s{0,3}[:：]?\\s{0,3}("
              + NUMBER
              + "|"
              + NAME
              + ")\\s{0,3}(?:发的|發的|发来的|给我发的)?[.。!！]?$");

  private static final Pattern DIGITS = Pattern.compile(NUMBER);

  /** What people write who don't name a sender. */
  private static final Set<String> NO_SENDERS =
      Set.of("yes", "okay", "help", "stop", "what", "who", "why", "unknown", "hello", "thanks");

  /** More is no answer to a question for a sender. */
  private static final int LONGEST_ANSWER = 60;

  private static final int SHORTEST_FORWARD = 12;
  private static final int MOST_WORDS_BEFORE = 4;

  /** Reads what was written. */
  public static ReportText read(String written) {
    String rest = written.strip();
    Optional<String> sender = Optional.empty();
    for (int i = 0; i < MOST_WORDS_BEFORE; i++) {
      Matcher forwarded = FORWARDED.matcher(rest);
      Matcher from = FROM.matcher(rest);
      if (forwarded.find()) {
        rest = rest.substring(forwarded.end());
      } else if (sender.isEmpty() && from.find()) {
        sender = Optional.of(from.group(1) == null ? from.group(2) : from.group(1));
        rest = rest.substring(from.end());
      } else {
        break;
      }
    }
    return new ReportText(rest, sender, written.strip());
  }

  /** The sender that the words before the text name. */
  public Optional<SenderId> namedSender(String region) {
    return sender.flatMap(raw -> SenderId.parse(raw, region));
  }

  /**
   * The number that is all that was written: a complaint of that sender.
   *
   * @param region ISO 3166-1 code of the country that it was written in
   */
  public Optional<SenderId> number(String region) {
    return DIGITS.matcher(said).matches() ? SenderId.parse(said, region) : Optional.empty();
  }

  /** The number or name that answers the question for the sender. */
  public Optional<SenderId> answer(String region) {
    if (said.length() > LONGEST_ANSWER) {
      return Optional.empty();
    }
    Matcher answer = ANSWER.matcher(said);
    return answer.matches() && !NO_SENDERS.contains(answer.group(1).toLowerCase(Locale.ROOT))
        ? SenderId.parse(answer.group(1), region)
        : Optional.empty();
  }

  /** Whether it is too short to be a forwarded message worth asking for its sender again. */
  public boolean remark() {
    return said.codePointCount(0, said.length()) <= SHORTEST_FORWARD;
  }

  @Override
  public String toString() {
    return "ReportText[%d characters]".formatted(said.length());
  }
}
