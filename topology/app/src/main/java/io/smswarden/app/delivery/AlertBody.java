package io.smswarden.app.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smswarden.schemas.AlertKind;
import io.smswarden.schemas.AlertLanguage;
import io.smswarden.schemas.HeldMessages;
import io.smswarden.schemas.SubscriberAlert;

/**
 * An alert as JSON, in the form that Standard Webhooks recommends: {@code type}, {@code timestamp}
 * and {@code data}. {@code deploy/delivery.md} describes each field. The same alert gives the same
 * bytes.
 */
final class AlertBody {

  private static final JsonMapper JSON = new JsonMapper();

  private AlertBody() {}

  /** In UTF-8. */
  static byte[] of(SubscriberAlert alert) {
    ObjectNode body = JSON.createObjectNode();
    body.put("type", alert.getKind() == AlertKind.DIGEST ? "alert.digest" : "alert.message");
    body.put("timestamp", alert.getEventTime().toString());
    body.set("data", data(alert));
    try {
      return JSON.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values can be written", e);
    }
  }

  private static ObjectNode data(SubscriberAlert alert) {
    boolean english = alert.getLanguage() == AlertLanguage.EN;
    ObjectNode data = JSON.createObjectNode();
    data.put("message_id", alert.getMessageId());
    data.put("recipient", alert.getRecipient());
    data.put("sender", alert.getSender());
    data.put("category", alert.getCategory().name());
    data.put("action", alert.getAction().name());
    data.put("score", alert.getScore());
    data.put("language", english ? "en" : "zh");
    data.put("text", english ? alert.getAdviceEn() : alert.getAdviceZh());
    data.put("text_zh", alert.getAdviceZh());
    data.put("text_en", alert.getAdviceEn());
    data.put("campaign", alert.getCampaign());
    data.put("claims", alert.getClaims());
    data.put("claim_verified", alert.getClaimVerified());
    data.put("official_channel", alert.getOfficialChannel());
    data.put("not_after", alert.getNotAfter() == null ? null : alert.getNotAfter().toString());
    ArrayNode held = data.putArray("held");
    alert.getHeld().forEach(messages -> held.add(held(messages)));
    return data;
  }

  private static ObjectNode held(HeldMessages messages) {
    ObjectNode node = JSON.createObjectNode();
    node.put("sender", messages.getSender());
    node.put("campaign", messages.getCampaign());
    node.put("category", messages.getCategory().name());
    node.put("score", messages.getScore());
    node.put("messages", messages.getMessages());
    node.put("last_time", messages.getLastTime().toString());
    return node;
  }
}
