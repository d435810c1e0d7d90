package io.smswarden.filter.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.smswarden.filter.evaluation.Evasion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How well fingerprints pair what belongs together, and nothing else, on the project's texts. */
class PairingTest {

  private static final Path CORPUS = Path.of("src/test/resources/corpus");

  private static List<String> texts() throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.walk(CORPUS)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".tsv")).sorted().toList()) {
        Files.readAllLines(file).forEach(line -> texts.add(line.split("\t", -1)[2]));
      }
    }
    return texts;
  }

  @Test
  void aTextRewrittenToEvadeIsFoundByTheIndexAndFewOthersAre() throws IOException {
    Fingerprinter fingerprinter = new Fingerprinter();
    List<String> texts = texts();
    FingerprintIndex index = new FingerprintIndex(texts.size());
    long pairs = 0;
    long falselyPaired = 0;
    List<Fingerprint> all = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      Optional<Fingerprint> fingerprint = fingerprinter.of(texts.get(i));
      if (fingerprint.isPresent()) {
        for (Fingerprint other : all) {
          pairs++;
          falselyPaired += other.isAlike(fingerprint.get()) ? 1 : 0;
        }
        all.add(fingerprint.get());
        if (index.nearest(fingerprint.get()).isEmpty()) {
          index.put(Integer.toString(i), fingerprint.get(), i);
        }
      }
    }
    long asked = 0;
    long found = 0;
    for (int i = 0; i < texts.size(); i++) {
      Optional<Fingerprint> rewritten = fingerprinter.of(Evasion.rewrite(texts.get(i), i));
      if (rewritten.isPresent()) {
        asked++;
        found += index.nearest(rewritten.get()).isPresent() ? 1 : 0;
      }
    }

    // Written floors: some of the texts are near-duplicates of each other indeed.
    assertThat(falselyPaired * 1e6 / pairs).as("pairs a million of %d", pairs).isLessThan(3);
    assertThat(found / (double) asked).as("found of %d rewritten texts", asked).isGreaterThan(0.97);
  }
}
