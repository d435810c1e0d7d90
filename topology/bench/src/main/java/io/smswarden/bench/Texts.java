package io.smswarden.bench;

import io.smswarden.app.traffic.Traffic;
import io.smswarden.app.traffic.TrafficItem;
import io.smswarden.filter.evaluation.LabelledLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;

/**
 * The texts that are scored: the labelled dev sets in the directory that the environment variable
 * {@code SMSWARDEN_DATA} names, or else generated ones. The same ones in the same order each time.
 */
final class Texts {

  private static final String DATA = "SMSWARDEN_DATA";
  private static final long SEED = 1;
  private static final int GENERATED = 5_000;
  private static final LocalDate DAY = LocalDate.of(2025, 3, 3);

  private Texts() {}

  static List<String> load() {
    String directory = System.getenv(DATA);
    List<String> texts = directory == null ? generated() : labelled(Path.of(directory));
    // Sets and senders come one behind the other; branches shall not be told ahead.
    Collections.shuffle(texts, new Random(SEED));
    // As a consumer has them: one made behind the other, and not spread over the memory.
    return texts.stream().map(text -> new String(text.toCharArray())).toList();
  }

  private static List<String> generated() {
    List<String> texts = new ArrayList<>();
    Traffic.day(SEED, GENERATED, DAY)
        .forEachRemaining(
            item -> {
              if (item instanceof TrafficItem.Message message) {
                texts.add(message.text().value());
              }
            });
    return texts;
  }

  private static List<String> labelled(Path directory) {
    List<String> texts = new ArrayList<>();
    try (var files = Files.newDirectoryStream(directory, "*-dev.tsv.gz")) {
      List<Path> sorted = new ArrayList<>();
      files.forEach(sorted::add);
      Collections.sort(sorted);
      for (Path file : sorted) {
        read(file, texts);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("can't read the directory that " + DATA + " names", e);
    }
    if (texts.isEmpty()) {
      throw new IllegalStateException("no *-dev.tsv.gz in the directory that " + DATA + " names");
    }
    return texts;
  }

  private static void read(Path file, List<String> texts) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (LabelledLine.parse(line) instanceof LabelledLine.Valid valid) {
          texts.add(valid.message().text());
        }
      }
    }
  }
}
