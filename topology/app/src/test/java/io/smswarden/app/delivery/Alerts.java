package io.smswarden.app.delivery;

import io.smswarden.schemas.Action;
import io.smswarden.schemas.AlertLanguage;
import io.smswarden.schemas.Category;
import io.smswarden.schemas.SubscriberAlert;
import java.time.Instant;

/** Alerts of our own writing. */
final class Alerts {

  static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private Alerts() {}

  static SubscriberAlert.Builder about(String messageId, String recipient) {
    return SubscriberAlert.newBuilder()
        .setMessageId(messageId)
        .setRecipient(recipient)
        .setSender("+8613900000009")
        .setCategory(Category.FRAUD)
        .setAction(Action.WARN)
        .setScore(0.97)
        .setAdviceZh("请勿点击链接。")
        .setAdviceEn("Do not follow the link.")
        .setLanguage(AlertLanguage.ZH)
        .setEventTime(NOON);
  }

  static OutboundAlert outbound(String messageId) {
    return OutboundAlert.of(about(messageId, "+8613800000001").build());
  }
}
