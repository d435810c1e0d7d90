package io.smswarden.app.command;

import io.smswarden.app.exit.UserError;
import io.smswarden.filter.evaluation.LabelledLine;
import io.smswarden.filter.evaluation.LabelledMessage;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Reads labelled files, line by line. */
public final class LabelledFiles {

  private LabelledFiles() {}

  /**
   * Gives each message of the files, in order; empty lines are passed over.
   *
   * @throws UserError when a file can't be read or a line is not labelled: a figure over half a
   *     file would mislead
   */
  public static void read(List<Path> files, Consumer<LabelledMessage> messages) {
    readPlaced(files, (place, message) -> messages.accept(message));
  }

  /** The same, each message with where it stands: file and line. */
  static void readPlaced(List<Path> files, BiConsumer<String, LabelledMessage> messages) {
    for (Path file : files) {
      try (InputLines lines = InputLines.of(file)) {
        for (String line = lines.next(); line != null; line = lines.next()) {
          if (!line.isBlank()) {
            messages.accept(lines.place(), message(line, lines));
          }
        }
      }
    }
  }

  private static LabelledMessage message(String line, InputLines lines) {
    LabelledLine read = LabelledLine.parse(line);
    if (read instanceof LabelledLine.Rejected rejected) {
      throw UserError.wrongUse(
          "%s: %s; a labelled line is spam|ham<TAB>source[:category]<TAB>text"
              .formatted(lines.place(), rejected.reason()));
    }
    return ((LabelledLine.Valid) read).message();
  }
}
