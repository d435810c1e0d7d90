package io.smswarden.app.command.report;

import io.smswarden.filter.evaluation.LabelledMessage;
import io.smswarden.filter.extract.Extractor;
import io.smswarden.filter.extract.Facts;
import io.smswarden.filter.verdict.Finding;
import io.smswarden.filter.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * One message as the page shows it: its text with the evidence marked, and why it was judged so.
 */
record Card(
    Judged judged, List<Passage> text, List<Reason> reasons, List<Fact> facts, String modelLogit) {

  /**
   * Why, in one line.
   *
   * @param effect what it adds to the log-odds, signed
   * @param kind as in {@link Passage}
   */
  record Reason(String code, String effect, String kind, Words why, String evidence) {}

  /** What the message names. */
  record Fact(Words kind, String text) {}

  static Card of(Judged judged, Extractor extractor, boolean masked) {
    LabelledMessage message = judged.message();
    Facts facts = extractor.extract(message.text());
    String text = masked ? Masking.mask(message.text(), facts) : message.text();
    Verdict verdict = judged.verdict();
    return new Card(
        judged,
        Passage.of(text, verdict.findings()),
        verdict.findings().stream().map(finding -> reason(finding, text)).toList(),
        facts(facts, text),
        Figure.signed(verdict.modelLogit()));
  }

  private static Reason reason(Finding finding, String text) {
    double effect = finding.strength() * finding.weight();
    return new Reason(
        finding.code(),
        effect == 0 ? "0" : Figure.signed(effect),
        effect == 0 ? "seen" : effect > 0 ? "against" : "for",
        new Words(finding.reasonZh(), finding.reasonEn()),
        text.substring(finding.start(), finding.end()));
  }

  private static List<Fact> facts(Facts facts, String text) {
    List<Fact> shown = new ArrayList<>();
    facts
        .signatures()
        .forEach(f -> shown.add(fact("署名", "signature", text.substring(f.start(), f.end()))));
    facts.links().forEach(f -> shown.add(fact("链接", "link", text.substring(f.start(), f.end()))));
    facts
        .phones()
        .forEach(f -> shown.add(fact("电话", "number", text.substring(f.start(), f.end()))));
    facts
        .amounts()
        .forEach(f -> shown.add(fact("金额", "amount", text.substring(f.start(), f.end()))));
    facts
        .dates()
        .forEach(
            f ->
                shown.add(
                    f.deadline()
                        ? fact("期限", "deadline", text.substring(f.start(), f.end()))
                        : fact("日期", "date", text.substring(f.start(), f.end()))));
    return shown;
  }

  private static Fact fact(String zh, String en, String text) {
    return new Fact(new Words(zh, en), text);
  }

  Words label() {
    return Words.label(judged.message().unwanted());
  }

  Words action() {
    return Words.of(judged.verdict().action());
  }

  Words category() {
    return Words.of(judged.verdict().category());
  }

  String score() {
    return Figure.text(judged.verdict().score());
  }
}
