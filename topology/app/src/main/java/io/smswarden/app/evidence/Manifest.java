package io.smswarden.app.evidence;

import java.util.Map;
import java.util.TreeMap;

/**
 * What an export holds; signed, and with the hashes of all its other files.
 *
 * @param format name and version of the export's form
 * @param subject what it is about
 * @param exportedAt by the wall clock
 * @param exportedBy who asked for it
 * @param records how many pieces of evidence
 * @param files SHA-256 of each other file
 */
record Manifest(
    String format,
    Subject subject,
    String exportedAt,
    String exportedBy,
    long records,
    Map<String, String> files) {

  static final String FORMAT = "smswarden-evidence/1";

  static final Lines<Manifest, Manifest> LINES =
      new Lines<>(Manifest.class, manifest -> manifest, manifest -> manifest);

  Manifest {
    files = new TreeMap<>(files);
  }
}
