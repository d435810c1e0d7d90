package io.smswarden.console.view;

import com.fasterxml.jackson.core.JsonGenerator;
import io.smswarden.filter.verdict.Finding;
import io.smswarden.filter.verdict.Verdict;
import java.io.IOException;

/** A verdict as the {@code score} command and the HTTP API give it. */
public final class VerdictJson {

  private VerdictJson() {}

  /** Writes the fields of an object that was begun. */
  public static void writeFields(Verdict verdict, JsonGenerator json) throws IOException {
    json.writeNumberField("score", verdict.score());
    json.writeStringField("action", verdict.action().name());
    json.writeStringField("category", verdict.category().name());
    json.writeArrayFieldStart("signals");
    for (Finding finding : verdict.findings()) {
      json.writeStartObject();
      json.writeStringField("code", finding.code());
      json.writeStringField("category", finding.category().name());
      json.writeNumberField("strength", finding.strength());
      json.writeNumberField("weight", finding.weight());
      json.writeNumberField("start", finding.start());
      json.writeNumberField("end", finding.end());
      json.writeStringField("reason", finding.reasonEn());
      json.writeStringField("reason_zh", finding.reasonZh());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberField("model_logit", verdict.modelLogit());
    json.writeObjectFieldStart("versions");
    json.writeStringField("model", verdict.versions().model());
    json.writeStringField("signals", verdict.versions().signals());
    json.writeStringField("rules", verdict.versions().rules());
    json.writeEndObject();
  }
}
