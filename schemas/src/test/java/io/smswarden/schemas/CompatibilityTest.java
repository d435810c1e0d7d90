package io.smswarden.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CompatibilityTest {

  private static final String RELEASED =
      """
      {"type": "record", "name": "Call", "fields": [
        {"name": "id", "type": "string"},
        {"name": "parts", "type": "int", "default": 1},
        {"name": "kind", "default": "UNKNOWN",
         "type": {"type": "enum", "name": "Kind", "symbols": ["UNKNOWN", "SMS"], "default": "UNKNOWN"}}]}
      """;

  @ParameterizedTest
  @MethodSource("releases")
  void theRecordsOfTodayAndOfAReleaseReadEachOther(String release) throws IOException {
    assertThat(
            Compatibility.faults(
                ReleasedSchemas.byRelease().get(release), CurrentSchemas.records()))
        .as(
            "faults between the schemas and release %s: give a new field a default, never rename,"
                + " retype or remove a field without one",
            release)
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"name\": \"id\", \"type\": \"string\"|\"name\": \"id\", \"type\": \"long\"|cannot read",
        "{\"name\": \"id\", \"type\": \"string\"},| |the released Call cannot read today's",
        "\"name\": \"parts\", \"type\": \"int\", \"default\": 1|\"name\": \"pieces\", \"type\": \"int\"|today's Call cannot read the released",
        "\"name\": \"Call\"|\"name\": \"Ring\"|Call is gone",
        ", \"default\": \"UNKNOWN\"}}|}}, {\"name\": \"more\", \"type\": \"int\"}|today's Call cannot read the released",
      })
  void aBreakingChangeIsFound(String before, String after, String fault) {
    Schema released = new Schema.Parser().parse(RELEASED);
    Schema today = new Schema.Parser().parse(RELEASED.replace(before, after == null ? "" : after));

    assertThat(Compatibility.faults(List.of(released), List.of(today)))
        .anySatisfy(found -> assertThat(found).contains(fault));
  }

  @Test
  void aFieldWithADefaultAndASymbolAreNoBreakingChange() {
    Schema released = new Schema.Parser().parse(RELEASED);
    Schema today =
        new Schema.Parser()
            .parse(
                RELEASED
                    .replace("\"SMS\"", "\"SMS\", \"MMS\"")
                    .replace(
                        "{\"name\": \"parts\"",
                        "{\"name\": \"note\", \"type\": \"string\", \"default\": \"\"}, {\"name\": \"parts\""));

    assertThat(Compatibility.faults(List.of(released), List.of(today))).isEmpty();
  }

  private static Iterable<String> releases() {
    return ReleasedSchemas.byRelease().keySet();
  }
}
