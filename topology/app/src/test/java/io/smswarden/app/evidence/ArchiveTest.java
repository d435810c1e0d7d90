package io.smswarden.app.evidence;

import static io.smswarden.app.evidence.Samples.KEYS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smswarden.app.exit.UserError;
import io.smswarden.filter.evidence.EvidenceVerifier.Checked;
import io.smswarden.filter.evidence.Fault;
import io.smswarden.filter.evidence.Fault.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTest {

  private static final int CHANGES = 10_000;

  /** The files that the verifier of chains reads itself, beside the signed manifest. */
  private static final List<String> SERIALISED =
      List.of(Archive.EVIDENCE, Archive.CONTENTS, Archive.CHECKPOINTS);

  private static final Archive ARCHIVE =
      Archive.of(
          Samples.excerpt(4),
          new Subject(Subject.Kind.SENDER, Samples.SENDER),
          Samples.NOON,
          "clerk",
          KEYS);

  private final List<Fault> faults = new ArrayList<>();

  @TempDir private Path dir;

  @Test
  void anExportVerifiesAlsoAfterItWasWrittenAndReadAgain() {
    Path zip = dir.resolve("evidence.zip");
    ARCHIVE.write(zip);

    Checked checked = new ArchiveCheck(Archive.read(zip), KEYS.publicKeys(), faults::add).run();

    assertThat(faults).isEmpty();
    assertThat(checked).isEqualTo(new Checked(4, 1, 1, 4, 0, 0));
    assertThatThrownBy(() -> ARCHIVE.write(zip)).isInstanceOf(UserError.class);
  }

  @Test
  void theVerifierOfChainsFindsEveryOneOfTenThousandChangedBytes() {
    Random random = new Random(20260302);
    List<String> unnoticed = new ArrayList<>();
    for (int i = 0; i < CHANGES; i++) {
      Change change = Change.of(SERIALISED, random);
      faults.clear();
      new ArchiveCheck(change.applied(), KEYS.publicKeys(), faults::add).evidence();
      if (faults.isEmpty()) {
        unnoticed.add(change.toString());
      }
    }

    assertThat(unnoticed).isEmpty();
  }

  @Test
  void everyChangedByteOfAnyFileIsFound() {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      Change change = Change.of(Archive.NAMES, random);
      faults.clear();
      new ArchiveCheck(change.applied(), KEYS.publicKeys(), faults::add).run();

      assertThat(faults).as(change.toString()).isNotEmpty();
    }
  }

  @Test
  void aChangedTextTellsItsRecord() {
    change(Archive.CONTENTS, "8400元</b> & 今天不还就联系家人 m3", "8500元</b> & 今天不还就联系家人 m3");

    assertThat(faults)
        .extracting(fault -> fault.kind() + " " + fault.where() + " " + fault.first())
        .containsExactly("CHANGED contents.jsonl 0", "CHANGED evidence.jsonl:3 3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"evidence.jsonl", "checkpoints.jsonl", "report.html", "VERIFY.txt"})
  void aMissingFileIsFound(String name) {
    Map<String, byte[]> files = new LinkedHashMap<>(ARCHIVE.files());
    files.remove(name);

    new ArchiveCheck(new Archive(files), KEYS.publicKeys(), faults::add).run();

    assertThat(faults)
        .extracting(fault -> fault.kind() + " " + fault.where())
        .contains("MISSING " + name);
  }

  @Test
  void aMissingLineIsFoundAndNamed() {
    String evidence = new String(ARCHIVE.files().get(Archive.EVIDENCE), UTF_8);
    change(Archive.EVIDENCE, evidence.lines().toList().get(1) + "\n", "");

    assertThat(faults)
        .filteredOn(fault -> fault.kind() == Kind.MISSING)
        .extracting(fault -> fault.chain() + " " + fault.first())
        .containsExactly(Samples.SENDER + " 2");
  }

  @Test
  void aLinesFieldsInAnotherOrderOrWithBlanksAreNotWhatWasWritten() {
    change(Archive.EVIDENCE, "\"sequence\":2,", "\"sequence\": 2,");

    assertThat(faults)
        .extracting(fault -> fault.kind() + " " + fault.where())
        .contains("UNREADABLE evidence.jsonl:2");
  }

  @Test
  void theReportShowsTextsAsTheyAreAndSpeaksTwoLanguages() {
    String report = new String(ARCHIVE.files().get(Archive.REPORT), UTF_8);

    assertThat(report)
        .contains("&lt;b>您欠款8400元&lt;/b> &amp; 今天不还就联系家人 m2".replace(">", "&gt;"))
        .doesNotContain("<b>您")
        .contains("违规催收", "abusive debt collection", "以骚扰家人相威胁", "threatens the family");
  }

  private void change(String name, String before, String after) {
    String text = new String(ARCHIVE.files().get(name), UTF_8);
    assertThat(text).contains(before);
    Map<String, byte[]> files = new LinkedHashMap<>(ARCHIVE.files());
    files.put(name, text.replace(before, after).getBytes(UTF_8));
    new ArchiveCheck(new Archive(files), KEYS.publicKeys(), faults::add).run();
  }

  /** One byte of one file made another. */
  private record Change(String file, int at, byte value) {

    static Change of(List<String> names, Random random) {
      int total = names.stream().mapToInt(name -> ARCHIVE.files().get(name).length).sum();
      int at = random.nextInt(total);
      for (String name : names) {
        byte[] bytes = ARCHIVE.files().get(name);
        if (at < bytes.length) {
          return new Change(name, at, (byte) (bytes[at] ^ (1 + random.nextInt(255))));
        }
        at -= bytes.length;
      }
      throw new AssertionError("beyond the last file");
    }

    Archive applied() {
      byte[] changed = ARCHIVE.files().get(file).clone();
      changed[at] = value;
      Map<String, byte[]> files = new LinkedHashMap<>(ARCHIVE.files());
      files.put(file, changed);
      return new Archive(files);
    }
  }
}
