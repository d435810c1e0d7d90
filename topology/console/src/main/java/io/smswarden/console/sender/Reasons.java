package io.smswarden.console.sender;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.smswarden.filter.reputation.ReputationModel;
import io.smswarden.schemas.SenderOverride;
import io.smswarden.schemas.SenderReputation;
import io.smswarden.streams.KnownSender;
import java.time.Instant;

/** Why a sender's estimate is as it is, what matters most first. */
final class Reasons {

  private Reasons() {}

  static ArrayNode of(SenderReputation reputation, ReputationModel model, Instant now) {
    ArrayNode reasons = JsonNodeFactory.instance.arrayNode();
    SenderOverride override = reputation.getOverride();
    if (override != null && inForce(override, now)) {
      reasons
          .addObject()
          .put("code", "OVERRIDE_" + override.getStanding())
          .put("zh", "人工判定为“%s”：%s".formatted(zh(override), override.getReason()))
          .put("en", "set to %s by the staff: %s".formatted(en(override), override.getReason()))
          .putNull("effect");
    }
    new KnownSender(reputation)
        .facts(model)
        .forEach(
            fact ->
                reasons
                    .addObject()
                    .put("code", fact.kind().name())
                    .put("zh", fact.zh())
                    .put("en", fact.en())
                    .put("effect", fact.effect()));
    return reasons;
  }

  private static boolean inForce(SenderOverride override, Instant now) {
    return override.getExpiresAt() == null || now.isBefore(override.getExpiresAt());
  }

  private static String zh(SenderOverride override) {
    return switch (override.getStanding()) {
      case TRUSTED -> "可信";
      case SUSPICIOUS -> "可疑";
      case BLOCKED -> "拦截";
      case UNKNOWN -> "未知";
    };
  }

  private static String en(SenderOverride override) {
    return switch (override.getStanding()) {
      case TRUSTED -> "trusted";
      case SUSPICIOUS -> "suspicious";
      case BLOCKED -> "blocked";
      case UNKNOWN -> "unknown";
    };
  }
}
