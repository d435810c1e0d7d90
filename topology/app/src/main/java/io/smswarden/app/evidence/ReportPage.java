package io.smswarden.app.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import io.smswarden.filter.evidence.Attestation;
import io.smswarden.filter.evidence.Content;
import io.smswarden.filter.evidence.Erasure;
import io.smswarden.filter.evidence.EvidenceRecord;
import io.smswarden.filter.evidence.Facts;
import io.smswarden.filter.evidence.Hash;
import io.smswarden.filter.evidence.Observation;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The export for a reader, in Chinese and English.
 *
 * @param exportedAt when, with its offset from UTC
 */
record ReportPage(Subject subject, String exportedAt, String by, List<Item> items) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT)
          .withZone(ZoneId.systemDefault());

  ReportPage {
    items = List.copyOf(items);
  }

  static ReportPage of(Excerpt excerpt, Subject subject, Instant exportedAt, String by) {
    return new ReportPage(
        subject,
        TIME.format(exportedAt),
        by,
        excerpt.records().map(record -> Item.of(record, excerpt)).toList());
  }

  byte[] html() {
    StringOutput html = new StringOutput();
    JtereportGenerated.render(new OwaspHtmlTemplateOutput(html), null, this);
    return html.toString().getBytes(UTF_8);
  }

  /**
   * A message.
   *
   * @param content empty when it was erased
   * @param signedAt when a checkpoint signed it; empty when none has yet
   * @param erasure why the content isn't there
   */
  record Item(
      EvidenceRecord record,
      Optional<Content> content,
      Optional<String> signedAt,
      Optional<Erasure> erasure) {

    static Item of(EvidenceRecord record, Excerpt excerpt) {
      return new Item(
          record,
          Optional.ofNullable(excerpt.contents().get(record.hash())),
          signed(record, excerpt.attestations()),
          erased(record.hash(), excerpt.erasures()));
    }

    private static Optional<String> signed(EvidenceRecord record, List<Attestation> all) {
      return all.stream()
          .filter(each -> each.head().chain().equals(record.chain()))
          .filter(each -> each.head().sequence() >= record.sequence())
          .map(each -> each.checkpoint().signedAt())
          .min(Instant::compareTo)
          .map(TIME::format);
    }

    private static Optional<Erasure> erased(Hash id, List<Erasure> all) {
      return all.stream().filter(each -> each.evidence().contains(id)).findFirst();
    }

    Facts facts() {
      return record.facts();
    }

    String time() {
      return TIME.format(facts().eventTime());
    }

    String score() {
      return "%.3f".formatted(facts().score());
    }

    String reasonsZh() {
      return facts().reasons().stream().map(Observation::reasonZh).collect(Collectors.joining("；"));
    }

    String reasonsEn() {
      return facts().reasons().stream()
          .map(Observation::reasonEn)
          .collect(Collectors.joining("; "));
    }

    String erasedAt() {
      return erasure.map(each -> TIME.format(each.at())).orElse("");
    }
  }
}
