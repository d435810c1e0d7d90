package io.smswarden.app.broker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/** Formats a broker's directory, once in its life. */
final class Storage {

  private Storage() {}

  static void prepare(Path dataDir, Path logDir, Properties properties) {
    Path file = dataDir.resolve("server.properties");
    try (Writer writer = Files.newBufferedWriter(file)) {
      properties.store(writer, "Written at each start; the ports change");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!isFormatted(logDir)) {
      format(file);
    }
  }

  /** The file that tells is written last: a directory with it is whole. */
  static boolean isFormatted(Path logDir) {
    return Files.exists(logDir.resolve("meta.properties"));
  }

  private static void format(Path properties) {
    var said = new ByteArrayOutputStream();
    int exit =
        StorageTool.execute(
            new String[] {
              "format", "-t", Uuid.randomUuid().toString(), "-c", properties.toString()
            },
            new PrintStream(said, true, StandardCharsets.UTF_8));
    if (exit != 0) {
      throw new IllegalStateException(
          "Kafka's storage tool did not format the directory: "
              + said.toString(StandardCharsets.UTF_8).strip());
    }
  }
}
