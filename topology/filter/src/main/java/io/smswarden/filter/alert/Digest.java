package io.smswarden.filter.alert;

import io.smswarden.filter.SenderId;
import io.smswarden.filter.verdict.Category;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What a digest tells of.
 *
 * @param held by sender or campaign
 * @param more messages of others beside
 */
public record Digest(List<Held> held, int more) {

  /** Flagged messages of one sender or campaign. */
  public record Held(SenderId sender, boolean campaign, Category category, int messages) {

    public Held {
      Objects.requireNonNull(sender, "sender");
      Objects.requireNonNull(category, "category");
    }
  }

  public Digest {
    held = List.copyOf(held);
  }

  /** Its text. */
  public Advice text() {
    int messages = more + held.stream().mapToInt(Held::messages).sum();
    return new Advice(
        "另有 %d 条可疑短信，请勿点击其中的链接、回电或转账：%s%s。"
            .formatted(
                messages,
                held.stream().map(Digest::zh).collect(Collectors.joining("；")),
                more == 0 ? "" : "；其他号码 %d 条".formatted(more)),
        "%d more suspicious messages; open no link, call no number and pay nothing: %s%s."
            .formatted(
                messages,
                held.stream().map(Digest::en).collect(Collectors.joining("; ")),
                more == 0 ? "" : "; %d of other senders".formatted(more)));
  }

  private static String zh(Held held) {
    return "%s%s（%s）%d 条"
        .formatted(
            held.sender().value(),
            held.campaign() ? " 等号码" : "",
            zh(held.category()),
            held.messages());
  }

  private static String en(Held held) {
    return "%d from %s%s (%s)"
        .formatted(
            held.messages(),
            held.sender().value(),
            held.campaign() ? " and others" : "",
            en(held.category()));
  }

  private static String zh(Category category) {
    return switch (category) {
      case COLLECTION_ABUSIVE -> "疑似违规催收";
      case FRAUD -> "疑似诈骗";
      case PII_REQUEST -> "索要个人信息";
      case IMPERSONATION -> "疑似冒充";
      case GAMBLING_ADULT -> "疑似赌博或色情";
      case LOAN_AD -> "贷款广告";
      case ADVERT -> "广告";
      case COLLECTION_LAWFUL, NORMAL -> "可疑";
    };
  }

  private static String en(Category category) {
    return switch (category) {
      case COLLECTION_ABUSIVE -> "abusive debt collection";
      case FRAUD -> "fraud";
      case PII_REQUEST -> "asks for personal data";
      case IMPERSONATION -> "impersonation";
      case GAMBLING_ADULT -> "gambling or adult";
      case LOAN_AD -> "loan advert";
      case ADVERT -> "advert";
      case COLLECTION_LAWFUL, NORMAL -> "suspicious";
    };
  }
}
