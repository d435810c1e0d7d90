package io.smswarden.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A temporary directory, deleted when it is closed or, at the latest, when this process ends. */
final class Scratch implements AutoCloseable {

  private final Path directory;

  private Scratch(Path directory) {
    this.directory = directory;
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "delete-scratch"));
  }

  static Scratch create() {
    try {
      return new Scratch(Files.createTempDirectory("smswarden-bench"));
    } catch (IOException e) {
      throw new UncheckedIOException("can't make a temporary directory", e);
    }
  }

  Path directory() {
    return directory;
  }

  /** Deletes what can be deleted: whoever is interrupted may still be writing there. */
  @Override
  public void close() {
    for (Path path : inside()) {
      try {
        Files.deleteIfExists(path);
      } catch (IOException e) {
        // Left to the operating system, which cleans its directory of temporary files.
      }
    }
  }

  private List<Path> inside() {
    if (!Files.exists(directory)) {
      return List.of();
    }
    try (Stream<Path> inside = Files.walk(directory)) {
      return inside.sorted(Comparator.reverseOrder()).toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }
}
