package io.smswarden.app.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.hash.Hashing;
import com.google.common.io.ByteStreams;
import io.smswarden.app.evidence.EvidenceLines.KeptContent;
import io.smswarden.app.exit.UserError;
import io.smswarden.filter.evidence.EvidenceKeys;
import io.smswarden.filter.evidence.Signed;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The files of an export.
 *
 * @param files name and bytes, in the order of the archive
 */
record Archive(Map<String, byte[]> files) {

  static final String MANIFEST = "manifest.json";
  static final String SIGNATURE = "manifest.sig";
  static final String REPORT = "report.html";
  static final String EVIDENCE = "evidence.jsonl";
  static final String CONTENTS = "contents.jsonl";
  static final String CHECKPOINTS = "checkpoints.jsonl";
  static final String ERASURES = "erasures.jsonl";
  static final String PUBLIC_KEY = "public-key.pem";
  static final String HOW_TO_VERIFY = "VERIFY.txt";

  /** All that an export has. */
  static final List<String> NAMES =
      List.of(
          MANIFEST,
          SIGNATURE,
          REPORT,
          EVIDENCE,
          CONTENTS,
          CHECKPOINTS,
          ERASURES,
          PUBLIC_KEY,
          HOW_TO_VERIFY);

  /** No export is larger; a file that claims to be is not unpacked. */
  private static final long LARGEST = 1L << 30;

  Archive {
    files = new LinkedHashMap<>(files);
  }

  /** An export, signed. */
  static Archive of(
      Excerpt excerpt, Subject subject, Instant exportedAt, String by, EvidenceKeys keys) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(REPORT, ReportPage.of(excerpt, subject, exportedAt, by).html());
    files.put(EVIDENCE, lines(EvidenceLines.LINKS, excerpt.links()));
    files.put(
        CONTENTS,
        lines(
            EvidenceLines.CONTENTS,
            excerpt.contents().entrySet().stream()
                .map(entry -> new KeptContent(entry.getKey(), entry.getValue()))
                .toList()));
    files.put(CHECKPOINTS, lines(EvidenceLines.CHECKPOINTS, excerpt.attestations()));
    files.put(ERASURES, lines(EvidenceLines.ERASURES, excerpt.erasures()));
    files.put(PUBLIC_KEY, keys.publicKeys().pem().getBytes(UTF_8));
    files.put(HOW_TO_VERIFY, howToVerify());
    Manifest manifest =
        new Manifest(
            Manifest.FORMAT,
            subject,
            exportedAt.toString(),
            by,
            excerpt.records().count(),
            hashes(files));
    byte[] signed = (Manifest.LINES.write(manifest) + "\n").getBytes(UTF_8);
    Signed signature = keys.signDocument(signed);
    Map<String, byte[]> all = new LinkedHashMap<>();
    all.put(MANIFEST, signed);
    all.put(SIGNATURE, (signature.keyId() + " " + signature.signature() + "\n").getBytes(UTF_8));
    all.putAll(files);
    return new Archive(all);
  }

  private static <T> byte[] lines(Lines<T, ?> form, List<T> values) {
    return values.stream()
        .map(value -> form.write(value) + "\n")
        .collect(Collectors.joining())
        .getBytes(UTF_8);
  }

  static Map<String, String> hashes(Map<String, byte[]> files) {
    Map<String, String> hashes = new TreeMap<>();
    files.forEach((name, bytes) -> hashes.put(name, Hashing.sha256().hashBytes(bytes).toString()));
    return hashes;
  }

  private static byte[] howToVerify() {
    try (InputStream text = Archive.class.getResourceAsStream(HOW_TO_VERIFY)) {
      return text.readAllBytes();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /**
   * Writes the ZIP.
   *
   * @throws UserError when the file exists or can't be written
   */
  void write(Path zip) {
    try (OutputStream file = Files.newOutputStream(zip, StandardOpenOption.CREATE_NEW)) {
      write(file);
    } catch (IOException e) {
      throw UserError.wrongUse("can't write %s: %s; give another --out".formatted(zip, e), e);
    }
  }

  /** Writes the ZIP; leaves the stream open. */
  void write(OutputStream to) throws IOException {
    ZipOutputStream out = new ZipOutputStream(to, UTF_8);
    for (Map.Entry<String, byte[]> each : files.entrySet()) {
      out.putNextEntry(new ZipEntry(each.getKey()));
      out.write(each.getValue());
      out.closeEntry();
    }
    out.finish();
  }

  /**
   * Reads a ZIP.
   *
   * @throws UserError when it can't be read as one
   */
  static Archive read(Path zip) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    long left = LARGEST;
    try (InputStream file = Files.newInputStream(zip);
        ZipInputStream in = new ZipInputStream(file, UTF_8)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] bytes = ByteStreams.limit(in, left + 1).readAllBytes();
        left -= bytes.length;
        if (left < 0) {
          throw UserError.wrongUse("%s is larger than any export".formatted(zip));
        }
        // A second file of a name would show one thing here and another elsewhere.
        files.put(
            files.containsKey(entry.getName()) ? entry.getName() + " again" : entry.getName(),
            bytes);
      }
    } catch (IOException | IllegalArgumentException e) {
      throw UserError.wrongUse("can't read %s as a ZIP: %s".formatted(zip, e.getMessage()), e);
    }
    if (files.isEmpty()) {
      throw UserError.wrongUse("%s is no ZIP, or an empty one".formatted(zip));
    }
    return new Archive(files);
  }
}
