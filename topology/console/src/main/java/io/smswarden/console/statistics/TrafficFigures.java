package io.smswarden.console.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smswarden.console.http.Json;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/**
 * What pipelines have done.
 *
 * @param messages judged
 * @param flagged of them
 * @param blocked of them
 * @param deadLetters records that could not be processed
 * @param perSecond messages a second in the last minute
 * @param warningsPerMinute in the last minute
 * @param latencyMillis from a message's receipt to its verdict
 */
record TrafficFigures(
    long messages,
    long flagged,
    long blocked,
    long deadLetters,
    double perSecond,
    double warningsPerMinute,
    Histogram latencyMillis) {

  /** These and another instance's. */
  TrafficFigures and(TrafficFigures other) {
    Histogram both = latencyMillis.copy();
    both.add(other.latencyMillis);
    return new TrafficFigures(
        messages + other.messages,
        flagged + other.flagged,
        blocked + other.blocked,
        deadLetters + other.deadLetters,
        perSecond + other.perSecond,
        warningsPerMinute + other.warningsPerMinute,
        both);
  }

  ObjectNode json() {
    ByteBuffer bytes = ByteBuffer.allocate(latencyMillis.getNeededByteBufferCapacity());
    int length = latencyMillis.encodeIntoCompressedByteBuffer(bytes);
    return Json.object()
        .put("messages", messages)
        .put("flagged", flagged)
        .put("blocked", blocked)
        .put("deadLetters", deadLetters)
        .put("perSecond", perSecond)
        .put("warningsPerMinute", warningsPerMinute)
        .put("latency", Base64.getEncoder().encodeToString(Arrays.copyOf(bytes.array(), length)));
  }

  static TrafficFigures read(JsonNode json) {
    ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(json.path("latency").asText()));
    try {
      return new TrafficFigures(
          json.path("messages").asLong(),
          json.path("flagged").asLong(),
          json.path("blocked").asLong(),
          json.path("deadLetters").asLong(),
          json.path("perSecond").asDouble(),
          json.path("warningsPerMinute").asDouble(),
          Histogram.decodeFromCompressedByteBuffer(bytes, 0));
    } catch (DataFormatException e) {
      throw new IllegalArgumentException("no histogram", e);
    }
  }
}
