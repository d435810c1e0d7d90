package io.smswarden.console.scoring;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.HttpStatus;
import io.smswarden.console.http.Json;
import io.smswarden.console.http.ProblemException;
import io.smswarden.filter.SenderId;
import io.smswarden.filter.SmsText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * A message to be scored.
 *
 * @param at when it was sent; empty when that is not said
 */
record ScoreRequest(SmsText text, Optional<SenderId> sender, Optional<Instant> at) {

  private static final int LARGEST = 64 * 1024;
  private static final String USUAL_REGION = "CN";

  /**
   * Reads one.
   *
   * @throws ProblemException 422 when it is none
   */
  static ScoreRequest of(JsonNode json) {
    String text =
        Json.text(json, "text").orElseThrow(() -> unprocessable("the field text is missing"));
    if (text.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
      throw unprocessable("a text has 64 KiB at most");
    }
    String region = Json.text(json, "region").orElse(USUAL_REGION);
    if (!SenderId.isRegion(region)) {
      throw unprocessable("region must be an ISO 3166-1 code such as CN");
    }
    return new ScoreRequest(
        new SmsText(text),
        Json.text(json, "sender").flatMap(raw -> SenderId.parse(raw, region)),
        Json.text(json, "at").map(ScoreRequest::time));
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw unprocessable("at must be a time such as 2026-11-25T08:00:00Z");
    }
  }

  private static ProblemException unprocessable(String detail) {
    return ProblemException.of(HttpStatus.UNPROCESSABLE_CONTENT, detail);
  }
}
