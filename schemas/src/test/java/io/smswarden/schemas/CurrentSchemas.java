package io.smswarden.schemas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/** The schemas as they stand, as the generated classes have them. */
final class CurrentSchemas {

  private static final Path SOURCES = Path.of("src/main/avro");
  private static final String PACKAGE = CurrentSchemas.class.getPackageName();

  private CurrentSchemas() {}

  /** Every named type, by name; those defined within a record as well. */
  static Collection<Schema> named() throws IOException {
    Map<String, Schema> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".avsc"))
          .map(name -> name.substring(0, name.length() - ".avsc".length()))
          .forEach(name -> collect(ofClass(PACKAGE + "." + name), found));
    }
    return found.values();
  }

  /** Every record, by name. */
  static List<Schema> records() throws IOException {
    return named().stream().filter(schema -> schema.getType() == Schema.Type.RECORD).toList();
  }

  private static Schema ofClass(String name) {
    try {
      return SpecificData.get().getSchema(Class.forName(name));
    } catch (ClassNotFoundException e) {
      throw new AssertionError("a file is named after its type, in the namespace " + PACKAGE, e);
    }
  }

  private static void collect(Schema schema, Map<String, Schema> found) {
    switch (schema.getType()) {
      case RECORD -> {
        if (found.putIfAbsent(schema.getFullName(), schema) == null) {
          schema.getFields().forEach(field -> collect(field.schema(), found));
        }
      }
      case ENUM, FIXED -> found.putIfAbsent(schema.getFullName(), schema);
      case ARRAY -> collect(schema.getElementType(), found);
      case MAP -> collect(schema.getValueType(), found);
      case UNION -> schema.getTypes().forEach(branch -> collect(branch, found));
      default -> {}
    }
  }
}
