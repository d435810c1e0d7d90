package io.smswarden.schemas;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/** Compares the records of today with those of a release. */
final class Compatibility {

  private Compatibility() {}

  /** What keeps the one from reading the other, either way; empty when nothing does. */
  static List<String> faults(List<Schema> released, List<Schema> today) {
    Map<String, Schema> byName =
        today.stream().collect(Collectors.toMap(Schema::getFullName, Function.identity()));
    List<String> faults = new ArrayList<>();
    for (Schema before : released) {
      Schema now = byName.get(before.getFullName());
      if (now == null) {
        faults.add(before.getName() + " is gone; keep its schema, its records may still be read");
        continue;
      }
      faults.addAll(
          faults("today's %s cannot read the released".formatted(now.getName()), now, before));
      faults.addAll(
          faults("the released %s cannot read today's".formatted(now.getName()), before, now));
    }
    return faults;
  }

  private static List<String> faults(String what, Schema reader, Schema writer) {
    var result = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer).getResult();
    if (result.getCompatibility() == SchemaCompatibilityType.COMPATIBLE) {
      return List.of();
    }
    return result.getIncompatibilities().stream()
        .map(fault -> "%s: %s at %s".formatted(what, fault.getMessage(), fault.getLocation()))
        .toList();
  }
}
