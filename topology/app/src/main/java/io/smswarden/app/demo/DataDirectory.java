package io.smswarden.app.demo;

import io.smswarden.app.config.EvidenceKeyFile;
import io.smswarden.app.exit.UserError;
import io.smswarden.filter.evidence.EvidenceKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Where a demo keeps everything: a given directory, which stays, or one that is deleted. */
final class DataDirectory implements AutoCloseable {

  private static final String STATE = "state";
  private static final String EVIDENCE_KEYS = "evidence.pem";
  private static final String ACCOUNTS = "accounts.yaml";

  /** What a demo and its broker put there. */
  private static final Set<String> OURS =
      Set.of(
          "in-use.lock",
          "server.properties",
          "log",
          STATE,
          EVIDENCE_KEYS,
          ACCOUNTS,
          ACCOUNTS + ".lock");

  private final Path path;
  private final boolean temporary;

  private DataDirectory(Path path, boolean temporary) {
    this.path = path;
    this.temporary = temporary;
  }

  /**
   * The directory to use.
   *
   * @throws UserError when the given one holds something else
   */
  static DataDirectory open(Optional<Path> given) {
    try {
      if (given.isEmpty()) {
        return new DataDirectory(Files.createTempDirectory("smswarden-demo-"), true);
      }
      Path path = given.get().toAbsolutePath().normalize();
      if (Files.exists(path) && holdsOther(path)) {
        throw UserError.wrongUse(
            "%s holds something that is no demo's; give a new or an empty --data-dir"
                .formatted(path));
      }
      return new DataDirectory(path, false);
    } catch (IOException e) {
      throw UserError.wrongUse("can't make the data directory: " + e.getMessage(), e);
    }
  }

  Path path() {
    return path;
  }

  /** Where the pipeline keeps its stores. */
  Path state() {
    return path.resolve(STATE);
  }

  /** The keys of the demo's evidence: those that are there, or new ones. */
  Path evidenceKeys() {
    Path file = path.resolve(EVIDENCE_KEYS);
    if (!Files.exists(file)) {
      EvidenceKeyFile.write(EvidenceKeys.generate(new SecureRandom()), file);
    }
    return file;
  }

  /** The accounts of the demo's console. */
  Path accounts() {
    return path.resolve(ACCOUNTS);
  }

  boolean temporary() {
    return temporary;
  }

  /** Deletes the directory if it was made for this run only. */
  @Override
  public void close() {
    if (!temporary) {
      return;
    }
    try (Stream<Path> files = Files.walk(path)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean holdsOther(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return true;
    }
    try (Stream<Path> files = Files.list(path)) {
      return files.anyMatch(file -> !OURS.contains(file.getFileName().toString()));
    }
  }
}
