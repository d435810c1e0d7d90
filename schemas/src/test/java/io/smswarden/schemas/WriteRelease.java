package io.smswarden.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;
import org.junit.jupiter.api.Test;

/**
 * Writes the schemas as they stand as those of a release. No part of the test command, since its
 * name is no test's: {@code ./mvnw -ntp -pl schemas test -Dtest=WriteRelease
 * -Dsmswarden.release=0.1.0}. A release that has gone out is never written again.
 */
class WriteRelease {

  private static final Path DIRECTORY = Path.of("src/main/resources/io/smswarden/schemas/released");

  @Test
  void theSchemasAsTheyStandBecomeARelease() throws IOException {
    String release = System.getProperty("smswarden.release", "");
    assertThat(release)
        .as("-Dsmswarden.release names the release, such as 0.1.0")
        .matches("\\d+\\.\\d+\\.\\d+");

    String union =
        SchemaFormatter.format("json/pretty", Schema.createUnion(CurrentSchemas.records()));
    Files.writeString(DIRECTORY.resolve(release + ".avsc"), withoutJava(union) + "\n", UTF_8);

    Path index = DIRECTORY.resolve("releases.txt");
    TreeSet<String> releases = new TreeSet<>(WriteRelease::byVersion);
    if (Files.exists(index)) {
      releases.addAll(Files.readAllLines(index, UTF_8));
    }
    releases.add(release);
    Files.writeString(index, String.join("\n", releases) + "\n", UTF_8);
  }

  /** The generated classes name their string class; a schema for all languages does not. */
  private static String withoutJava(String json) {
    return json.replaceAll(",\\s*\"avro\\.java\\.string\" : \"String\"", "")
        .replaceAll("\\{\\s*\"type\" : \"string\"\\s*\\}", "\"string\"");
  }

  private static int byVersion(String one, String other) {
    return Version.parse(one).compareTo(Version.parse(other));
  }
}
