package io.smswarden.app.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** The files of {@code deploy/}. */
final class DeployDirectory {

  static final Path ROOT = Path.of("../../deploy").toAbsolutePath().normalize();

  private DeployDirectory() {}

  static Path path(String name) {
    return ROOT.resolve(name);
  }

  static String text(Path path) {
    try {
      return Files.readString(path, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(String name) {
    return text(path(name));
  }

  /** A YAML file, its anchors and merge keys resolved. */
  static Map<?, ?> yaml(String name) {
    LoadSettings settings = LoadSettings.builder().setSchema(new CoreSchema()).build();
    return (Map<?, ?>) new Load(settings).loadFromString(text(name));
  }

  /** Every file. */
  static List<Path> files() {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
