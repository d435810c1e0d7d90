package io.smswarden.app.command.rules;

import io.smswarden.app.command.InputLines;
import io.smswarden.app.exit.UserError;
import java.nio.file.Path;
import java.util.List;

/** Reads files of {@code sender<TAB>recipient<TAB>epoch-millis<TAB>text}. */
final class TrafficLines {

  private static final int COLUMNS = 4;

  private TrafficLines() {}

  /** Takes a line. */
  interface Taker {

    void line(String sender, long millis, String text);
  }

  static void read(List<Path> files, Taker taker) {
    for (Path file : files) {
      try (InputLines lines = InputLines.of(file)) {
        for (String line = lines.next(); line != null; line = lines.next()) {
          if (!line.isBlank()) {
            String[] columns = line.split("\t", COLUMNS);
            if (columns.length < COLUMNS || !columns[2].matches("[0-9]{1,15}")) {
              throw UserError.wrongUse(
                  "%s: expected sender<TAB>recipient<TAB>epoch-millis<TAB>text"
                      .formatted(lines.place()));
            }
            taker.line(columns[0], Long.parseLong(columns[2]), columns[3]);
          }
        }
      }
    }
  }
}
