package io.smswarden.app.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smswarden.app.evidence.Lines.Unreadable;
import io.smswarden.filter.evidence.EvidenceVerifier;
import io.smswarden.filter.evidence.EvidenceVerifier.Checked;
import io.smswarden.filter.evidence.Extent;
import io.smswarden.filter.evidence.Fault;
import io.smswarden.filter.evidence.Fault.Kind;
import io.smswarden.filter.evidence.PublicKeys;
import io.smswarden.filter.evidence.Signed;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Checks an export: its files against the signed manifest, and the evidence by itself. */
final class ArchiveCheck {

  private final Archive archive;
  private final PublicKeys keys;
  private final Consumer<Fault> faults;
  private final EvidenceVerifier verifier;

  ArchiveCheck(Archive archive, PublicKeys keys, Consumer<Fault> faults) {
    this.archive = archive;
    this.keys = keys;
    this.faults = faults;
    this.verifier = new EvidenceVerifier(keys, Extent.EXCERPT, Extent.WHOLE, faults);
  }

  Checked run() {
    names();
    manifest();
    return evidence();
  }

  private void names() {
    for (String name : Archive.NAMES) {
      if (!archive.files().containsKey(name)) {
        faults.accept(Fault.at(name, Kind.MISSING, "the file is not in the archive"));
      }
    }
    for (String name : archive.files().keySet()) {
      if (!Archive.NAMES.contains(name)) {
        faults.accept(Fault.at(name, Kind.FOREIGN, "no export has such a file"));
      }
    }
  }

  private void manifest() {
    byte[] bytes = archive.files().get(Archive.MANIFEST);
    byte[] signature = archive.files().get(Archive.SIGNATURE);
    if (bytes == null || signature == null) {
      return;
    }
    if (signature(signature).filter(signed -> keys.verifyDocument(bytes, signed)).isEmpty()) {
      faults.accept(
          Fault.at(
              Archive.MANIFEST, Kind.CHANGED, "it isn't what was signed, or not by a known key"));
    }
    Map<String, String> hashes = Archive.hashes(archive.files());
    lines(
        Archive.MANIFEST,
        Manifest.LINES,
        (manifest, where) ->
            manifest
                .files()
                .forEach(
                    (name, hash) -> {
                      String found = hashes.get(name);
                      if (found != null && !found.equals(hash)) {
                        faults.accept(
                            Fault.at(name, Kind.CHANGED, "the file is not the one exported"));
                      }
                    }));
  }

  private static Optional<Signed> signature(byte[] file) {
    String text = new String(file, UTF_8);
    int blank = text.indexOf(' ');
    try {
      return blank > 0 && text.endsWith("\n")
          ? Optional.of(
              new Signed(text.substring(0, blank), text.substring(blank + 1, text.length() - 1)))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The evidence without regard to the manifest: this tells which record was changed. */
  Checked evidence() {
    lines(Archive.CHECKPOINTS, EvidenceLines.CHECKPOINTS, verifier::attestation);
    lines(Archive.ERASURES, EvidenceLines.ERASURES, verifier::erasure);
    lines(
        Archive.CONTENTS,
        EvidenceLines.CONTENTS,
        (kept, where) -> verifier.content(kept.evidence(), kept.content(), where));
    lines(
        Archive.EVIDENCE,
        EvidenceLines.LINKS,
        (link, where) -> verifier.record(link.chain(), link, where));
    return verifier.finish();
  }

  private <T> void lines(String name, Lines<T, ?> form, BiConsumer<T, String> taker) {
    byte[] bytes = archive.files().get(name);
    if (bytes == null || bytes.length == 0) {
      return;
    }
    String text;
    try {
      text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      faults.accept(Fault.at(name, Kind.UNREADABLE, "it is not UTF-8"));
      // Beside the broken characters it may still be told which line they are in.
      text = new String(bytes, UTF_8);
    }
    List<String> lines = List.of(text.split("\n", -1));
    if (!lines.get(lines.size() - 1).isEmpty()) {
      faults.accept(Fault.at(name, Kind.UNREADABLE, "its last line doesn't end"));
    }
    for (int i = 0; i < lines.size(); i++) {
      String where = name + ":" + (i + 1);
      if (i < lines.size() - 1 || !lines.get(i).isEmpty()) {
        read(lines.get(i), form, taker, where);
      }
    }
  }

  private <T> void read(String line, Lines<T, ?> form, BiConsumer<T, String> taker, String where) {
    try {
      taker.accept(form.read(line), where);
    } catch (Unreadable e) {
      faults.accept(Fault.at(where, Kind.UNREADABLE, "the line is not as it was written"));
    }
  }
}
