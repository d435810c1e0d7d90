package io.smswarden.app.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.List;

/**
 * One figure, as {@code --json} prints it.
 *
 * @param name what was measured, of whom
 * @param value the figure
 * @param unit its unit
 * @param ratioTo the ceiling that it is compared with; null for none
 * @param ratio figure by the ceiling's; null without a ceiling
 */
record Measurement(
    String name,
    double value,
    String unit,
    @JsonProperty("ratio_to") String ratioTo,
    Double ratio) {

  /** Prints measurements: a table, or an object a line. */
  static void print(List<Measurement> measurements, boolean json, PrintWriter out)
      throws JsonProcessingException {
    if (json) {
      ObjectMapper mapper = new ObjectMapper();
      for (Measurement measurement : measurements) {
        out.println(mapper.writeValueAsString(measurement));
      }
    } else {
      out.print(Table.of(measurements));
    }
    out.flush();
  }
}
