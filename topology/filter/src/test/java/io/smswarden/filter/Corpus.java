package io.smswarden.filter;

import io.smswarden.filter.evaluation.LabelledLine;
import io.smswarden.filter.evaluation.LabelledMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Labelled messages from files: our own by split, {@code train}, {@code dev} or {@code test}. */
final class Corpus {

  private static final Path OWN = Path.of("src/test/resources/corpus");

  private Corpus() {}

  /** Files of a split, those in folders of it as well, by name. */
  static List<Path> files(String split) {
    try (Stream<Path> files = Files.walk(OWN.resolve(split))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static List<LabelledMessage> read(String split) {
    return read(files(split));
  }

  /** Messages of files, gzipped where the name ends so; a line that can't be read is an error. */
  static List<LabelledMessage> read(List<Path> files) {
    List<LabelledMessage> messages = new ArrayList<>();
    for (Path file : files) {
      try (InputStream in = Files.newInputStream(file);
          BufferedReader lines =
              new BufferedReader(
                  new InputStreamReader(
                      file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in,
                      StandardCharsets.UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          messages.add(((LabelledLine.Valid) LabelledLine.parse(line)).message());
        }
      } catch (IOException e) {
        throw new AssertionError(file + " can't be read", e);
      }
    }
    return messages;
  }
}
