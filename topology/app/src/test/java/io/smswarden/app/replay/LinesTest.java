package io.smswarden.app.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smswarden.app.exit.UserError;
import io.smswarden.filter.Msisdn;
import io.smswarden.filter.SenderId;
import io.smswarden.schemas.Category;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinesTest {

  private static final Instant NOW = Instant.parse("2026-01-02T00:00:00Z");

  @TempDir private Path dir;

  @Test
  void aLineThatIsNotUtf8SpoilsNoOther() throws IOException {
    byte[] bytes = "\uFEFFone\r\nt?o\n\nfour".getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = bytes[i] == '?' ? (byte) 0xC3 : bytes[i];
    }
    assertThat(lines(Files.write(dir.resolve("a"), bytes)))
        .containsExactly(
            new Line.Text("one"), new Line.Undecodable(), new Line.Text(""), new Line.Text("four"));
  }

  @Test
  void aFileIsKnownByWhatItSaysCompressedOrNot() throws IOException {
    Path plain = Files.writeString(dir.resolve("a.tsv"), "one\ntwo");
    Path packed = dir.resolve("b.tsv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write("one\ntwo".getBytes(StandardCharsets.UTF_8));
    }
    Path other = Files.writeString(dir.resolve("c.tsv"), "one\ntwo\n");

    ReplayFile file = ReplayFile.of(plain);
    assertThat(file.lines()).isEqualTo(2);
    assertThat(file.id(2)).isEqualTo(file.fingerprint() + "-2").hasSize(18);
    assertThat(ReplayFile.of(packed).fingerprint()).isEqualTo(file.fingerprint());
    assertThat(ReplayFile.of(other).fingerprint()).isNotEqualTo(file.fingerprint());
    assertThat(ReplayFile.of(other).lines()).isEqualTo(2);
    assertThat(lines(packed)).containsExactly(new Line.Text("one"), new Line.Text("two"));
  }

  @Test
  void aFileThatCannotBeReadIsAUsersError() throws IOException {
    Path fake = Files.writeString(dir.resolve("fake.gz"), "not gzip");
    assertThatThrownBy(() -> ReplayFile.of(dir.resolve("none")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("none");
    assertThatThrownBy(() -> ReplayFile.of(fake))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("fake.gz");
  }

  @Test
  void aLabelledLineIsAMessageOfASenderOfItsOwn() {
    LineParser parser = LineFormat.LABELLED.parser(synthetic(100), "CN");
    ParsedLine.Sms first = sms(parser.parse("spam\tsource:FRAUD\tpay\ttoday", 1));
    ParsedLine.Sms second = sms(parser.parse("ham\tsource\thallo", 2));

    assertThat(first.text().value()).isEqualTo("pay\ttoday");
    assertThat(first.sender().value()).matches("\\+86154\\d{8}");
    assertThat(first.recipient().value()).matches("\\+86154\\d{8}");
    assertThat(second.sender()).isNotEqualTo(first.sender());
    assertThat(second.eventTime()).isAfter(first.eventTime());
    assertThat(parser.parse("spam\tsource:FRAUD\tpay\ttoday", 1)).isEqualTo(first);
  }

  @Test
  void syntheticMessagesEndNowAndFitInADay() {
    for (long lines : new long[] {1, 1000, 5_000_000}) {
      Instant start = SyntheticMessages.startOf(file(lines), NOW);
      SyntheticMessages synthetic = new SyntheticMessages(file(lines), start);
      assertThat(start).isAfterOrEqualTo(NOW.minusSeconds(86_400));
      assertThat(synthetic.eventTime(1)).isEqualTo(start);
      assertThat(synthetic.eventTime(lines)).isBefore(NOW);
    }
  }

  @Test
  void sendersOfOneFileDiffer() {
    SyntheticMessages synthetic = synthetic(100_000);
    assertThat(LongStream.rangeClosed(1, 100_000).mapToObj(synthetic::sender))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          spam                    | 1 of 3 fields
          spam TAB source         | 2 of 3 fields
          SPAM TAB source TAB hi  | neither spam nor ham
          ham TAB source TAB      | the text is empty
          """)
  void aLabelledLineThatIsNoMessageIsRejectedWithTheReason(String line, String reason) {
    LineParser parser = LineFormat.LABELLED.parser(synthetic(1), "CN");
    assertRejected(parser.parse(tabs(line), 1), reason);
  }

  @Test
  void aTsvLineTellsSenderRecipientAndTime() {
    LineParser parser = LineFormat.TSV.parser(synthetic(1), "CN");
    assertThat(sms(parser.parse("10655020099999\t139 1234 5678\t1767225600000\thi\tyou", 1)))
        .satisfies(
            sms -> {
              assertThat(sms.sender()).isEqualTo(new SenderId("10655020099999"));
              assertThat(sms.recipient()).isEqualTo(new Msisdn("+8613912345678"));
              assertThat(sms.eventTime()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
              assertThat(sms.text().value()).isEqualTo("hi\tyou");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          95588 TAB 13912345678 TAB 1                    | 3 of 4 fields
          +1 TAB 13912345678 TAB 1 TAB hi                | the sender
          95588 TAB nobody TAB 1 TAB hi                  | the recipient
          95588 TAB 13912345678 TAB yesterday TAB hi     | the time
          95588 TAB 13912345678 TAB -5 TAB hi            | the time
          95588 TAB 13912345678 TAB 123456789012345 TAB x | the time
          95588 TAB 13912345678 TAB 1 TAB                | the text is empty
          """)
  void aTsvLineThatIsNoMessageIsRejectedWithTheReason(String line, String reason) {
    LineParser parser = LineFormat.TSV.parser(synthetic(1), "CN");
    assertRejected(parser.parse(tabs(line), 1), reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          139 1234 5678 TAB 10690001 TAB fraud TAB 1767225600000 TAB TAB
          +8613912345678 TAB 10690001 TAB FRAUD TAB 2026-01-01T08:00:00+08:00 TAB TAB
          """)
  void aComplaintTellsWhoComplainsOfWhatAndWhen(String line) {
    assertThat(LineFormat.COMPLAINTS.parser(synthetic(1), "CN").parse(tabs(line), 1))
        .isEqualTo(
            new ParsedLine.Complaint(
                new Msisdn("+8613912345678"),
                Optional.of(new SenderId("10690001")),
                Category.FRAUD,
                Instant.parse("2026-01-01T00:00:00Z"),
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void aComplaintsTextComesLastAndMayHoldTabs() {
    LineParser parser = LineFormat.COMPLAINTS.parser(synthetic(1), "CN");
    assertThat(parser.parse("13912345678\t\t\t1\tm-1\thi\tyou", 1))
        .isInstanceOfSatisfying(
            ParsedLine.Complaint.class,
            complaint -> {
              assertThat(complaint.text().orElseThrow().value()).isEqualTo("hi\tyou");
              assertThat(complaint.messageId()).contains("m-1");
              assertThat(complaint.sender()).isEmpty();
              assertThat(complaint.category()).isEqualTo(Category.UNKNOWN);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          13912345678 TAB 95588 TAB TAB 1 TAB             | 5 of 6 fields
          nobody TAB 95588 TAB TAB 1 TAB TAB              | the complainant
          13912345678 TAB +1 TAB TAB 1 TAB TAB            | the sender
          13912345678 TAB 95588 TAB SCAM TAB 1 TAB TAB    | none of COLLECTION_LAWFUL
          13912345678 TAB 95588 TAB TAB yesterday TAB TAB | the time
          13912345678 TAB 95588 TAB TAB 1960-01-01T00:00:00Z TAB TAB | the time
          13912345678 TAB TAB TAB 1 TAB TAB               | neither sender
          """)
  void aLineThatIsNoComplaintIsRejectedWithTheReason(String line, String reason) {
    LineParser parser = LineFormat.COMPLAINTS.parser(synthetic(1), "CN");
    assertRejected(parser.parse(tabs(line), 1), reason);
  }

  @Test
  void aTextLongerThanAMessageCanBeIsRejected() {
    String longest = "x".repeat(LineParser.LONGEST_TEXT);
    LineParser labelled = LineFormat.LABELLED.parser(synthetic(1), "CN");
    LineParser tsv = LineFormat.TSV.parser(synthetic(1), "CN");
    assertThat(labelled.parse("ham\tx\t" + longest, 1)).isInstanceOf(ParsedLine.Sms.class);
    assertRejected(labelled.parse("ham\tx\t" + longest + "x", 1), "longer");
    assertRejected(tsv.parse("95588\t13912345678\t1\t" + longest + "x", 1), "longer");
    LineParser complaints = LineFormat.COMPLAINTS.parser(synthetic(1), "CN");
    assertRejected(complaints.parse("13912345678\t\t\t1\t\t" + longest + "x", 1), "longer");
  }

  private static String tabs(String line) {
    return line.replaceAll(" ?TAB ?", "\t");
  }

  private static void assertRejected(ParsedLine parsed, String reason) {
    assertThat(parsed)
        .isInstanceOfSatisfying(
            ParsedLine.Rejected.class, rejected -> assertThat(rejected.reason()).contains(reason));
  }

  private static ParsedLine.Sms sms(ParsedLine parsed) {
    assertThat(parsed).isInstanceOf(ParsedLine.Sms.class);
    return (ParsedLine.Sms) parsed;
  }

  private static ReplayFile file(long lines) {
    return new ReplayFile(Path.of("file"), "00ff00ff00ff00ff", lines);
  }

  private static SyntheticMessages synthetic(long lines) {
    return new SyntheticMessages(file(lines), SyntheticMessages.startOf(file(lines), NOW));
  }

  private static List<Line> lines(Path path) throws IOException {
    List<Line> lines = new ArrayList<>();
    try (LineReader reader = ReplayFile.of(path).read()) {
      for (Optional<Line> line = reader.next(); line.isPresent(); line = reader.next()) {
        lines.add(line.get());
      }
    }
    return lines;
  }
}
