package io.smswarden.schemas;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.SchemaParser;
import org.apache.avro.message.SchemaStore;

/**
 * The record schemas of every release, for reading what an earlier one wrote. Loaded once, from the
 * class path; safe for use by many threads.
 *
 * <p>{@code released/releases.txt} names the releases, a line each and the oldest first; {@code
 * released/VERSION.avsc} holds the records of one as a union. The README says how a release is
 * added.
 */
public final class ReleasedSchemas {

  private static final Map<String, List<Schema>> BY_RELEASE = load();
  private static final Map<Long, Schema> BY_FINGERPRINT = byFingerprint();

  private ReleasedSchemas() {}

  /**
   * The released record schema with a fingerprint.
   *
   * @param fingerprint CRC-64-AVRO of the schema's parsing canonical form (Avro 1.12 specification,
   *     "Schema Fingerprints")
   */
  public static Optional<Schema> find(long fingerprint) {
    return Optional.ofNullable(BY_FINGERPRINT.get(fingerprint));
  }

  /** The same as Avro's decoders ask for it: null for a fingerprint that was never released. */
  public static SchemaStore store() {
    return BY_FINGERPRINT::get;
  }

  /** The record schemas by release, the oldest release first. */
  static Map<String, List<Schema>> byRelease() {
    return BY_RELEASE;
  }

  private static Map<Long, Schema> byFingerprint() {
    Map<Long, Schema> found = new HashMap<>();
    BY_RELEASE
        .values()
        .forEach(
            records ->
                records.forEach(
                    record ->
                        found.putIfAbsent(
                            SchemaNormalization.parsingFingerprint64(record), record)));
    return Map.copyOf(found);
  }

  private static Map<String, List<Schema>> load() {
    Map<String, List<Schema>> releases = new LinkedHashMap<>();
    try (BufferedReader names =
        new BufferedReader(new InputStreamReader(open("releases.txt"), StandardCharsets.UTF_8))) {
      for (String name = names.readLine(); name != null; name = names.readLine()) {
        releases.put(name, records(name));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the released schemas cannot be read", e);
    }
    return releases;
  }

  private static List<Schema> records(String release) throws IOException {
    try (InputStream file = open(release + ".avsc")) {
      return List.copyOf(new SchemaParser().parse(file).mainSchema().getTypes());
    }
  }

  private static InputStream open(String name) throws IOException {
    InputStream file = ReleasedSchemas.class.getResourceAsStream("released/" + name);
    if (file == null) {
      throw new IOException("released/" + name + " is not on the class path");
    }
    return file;
  }
}
