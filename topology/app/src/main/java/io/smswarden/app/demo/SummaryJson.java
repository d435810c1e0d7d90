package io.smswarden.app.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smswarden.app.demo.Summary.Speed;
import java.util.LinkedHashMap;
import java.util.Map;

/** A summary as one JSON object, for tools. */
final class SummaryJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private SummaryJson() {}

  static String of(Summary summary) {
    Counts counts = summary.counts();
    Map<String, Object> verdicts = new LinkedHashMap<>();
    verdicts.put("total", counts.verdicts());
    verdicts.put("by_action", counts.byAction());
    verdicts.put("by_category", counts.byCategory());
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("messages", counts.messages());
    object.put("verdicts", verdicts);
    object.put("warnings", counts.warnings());
    object.put("alerts", counts.alerts());
    object.put("evidence", counts.evidence());
    object.put("complaints", counts.complaints());
    object.put("dead_letters", counts.deadLetters());
    object.put(
        "messages_per_second",
        summary
            .speed()
            .map(speed -> Math.round(speed.messagesPerSecond() * 10) / 10.0)
            .orElse(0.0));
    object.put("latency_ms", summary.speed().map(SummaryJson::latency).orElse(Map.of()));
    summary.recognition().ifPresent(recognition -> object.put("recognition", of(recognition)));
    object.put("reconciled", summary.reconciled());
    try {
      return JSON.writeValueAsString(object);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Object> latency(Speed speed) {
    Map<String, Object> latency = new LinkedHashMap<>();
    latency.put("p50", speed.p50Millis());
    latency.put("p99", speed.p99Millis());
    return latency;
  }

  private static Map<String, Object> of(Summary.Recognition recognition) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("harmful", recognition.harmful().messages());
    object.put("harmful_flagged", recognition.harmful().flagged());
    object.put("adverts", recognition.adverts().messages());
    object.put("adverts_flagged", recognition.adverts().flagged());
    object.put("honest", recognition.honest().messages());
    object.put("honest_flagged", recognition.honest().flagged());
    return object;
  }
}
