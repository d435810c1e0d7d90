package io.smswarden.console.sender;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smswarden.console.http.Json;
import io.smswarden.filter.SenderId;
import io.smswarden.schemas.SenderKind;
import io.smswarden.schemas.TopSender;
import java.util.Optional;

/**
 * A row of the suspicious senders' table.
 *
 * @param lower bound of the suspicion; empty, as the other bound and the trend, while the sender's
 *     partition is restored
 */
record TopRow(
    SenderId sender,
    SenderKind kind,
    Optional<String> region,
    TopSender top,
    Optional<Double> lower,
    Optional<Double> upper,
    Optional<String> category,
    Optional<ArrayNode> trend) {

  ObjectNode json() {
    ObjectNode json = Json.object();
    json.put("sender", sender.value())
        .put("kind", kind.name())
        .put("region", region.orElse(null))
        .put("organisation", top.getOrganisation())
        .put("suspicion", top.getSuspicion())
        .put("suspicionLower", lower.orElse(null))
        .put("suspicionUpper", upper.orElse(null))
        .put("messages", top.getMessages())
        .put("flagged", top.getFlagged())
        .put("complaints", top.getComplaints())
        .put("lastSeen", top.getLastSeen().toString())
        .put("category", category.orElse(null));
    json.set("trend", trend.orElseGet(json::arrayNode));
    return json;
  }
}
