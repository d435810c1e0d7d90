package io.smswarden.app.demo;

import io.smswarden.app.demo.Summary.Recognition;
import io.smswarden.app.demo.Summary.Share;
import io.smswarden.app.demo.Summary.Speed;
import io.smswarden.filter.SenderId;
import io.smswarden.filter.reputation.ReputationModel;
import io.smswarden.schemas.Action;
import io.smswarden.schemas.Category;
import io.smswarden.schemas.SenderReputation;
import io.smswarden.streams.KnownSender;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A summary as a person reads it. */
final class SummaryText {

  private static final String INDENT = "  ";

  private final Language language;

  SummaryText(Language language) {
    this.language = language;
  }

  List<String> lines(Summary summary) {
    List<String> lines = new ArrayList<>(verdicts(summary.counts()));
    lines.add("");
    lines.addAll(facts(summary));
    lines.add("");
    lines.addAll(senders(summary.suspicious()));
    return lines;
  }

  private List<String> verdicts(Counts counts) {
    Table table = new Table("");
    table.row(
        Stream.of(
                Stream.of(language.text("verdicts")),
                actions().map(action -> language.text("action." + action)),
                Stream.of(language.text("total")))
            .flatMap(cells -> cells)
            .toList());
    for (Category category : Category.values()) {
      if (counts.of(category) > 0) {
        table.row(
            row(
                INDENT + language.text("category." + category),
                actions().map(action -> counts.of(category, action)),
                counts.of(category)));
      }
    }
    table.row(row(INDENT + language.text("total"), actions().map(counts::of), counts.verdicts()));
    return table.lines();
  }

  private static Stream<Action> actions() {
    return Stream.of(Action.values());
  }

  private static List<String> row(String name, Stream<Long> counts, long total) {
    return Stream.of(Stream.of(name), counts.map(SummaryText::orDash), Stream.of(number(total)))
        .flatMap(cells -> cells)
        .toList();
  }

  private List<String> facts(Summary summary) {
    Counts counts = summary.counts();
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact(
            "incoming",
            language.text(
                "incoming.text",
                number(counts.messages()),
                number(counts.complaints()),
                number(counts.deadLetters()))));
    facts.add(
        new Fact(
            "consequences",
            language.text(
                "consequences.text",
                number(counts.warnings()),
                number(counts.alerts()),
                number(counts.evidence()))));
    summary
        .recognition()
        .ifPresent(recognition -> facts.add(new Fact("recognised", recognised(recognition))));
    facts.add(
        new Fact("speed", summary.speed().map(this::speed).orElse(language.text("speed.none"))));
    if (summary.reconciled()) {
      facts.add(new Fact("check", language.text("check.ok")));
    }
    summary
        .mismatches()
        .forEach(
            mismatch ->
                facts.add(
                    new Fact(
                        "check",
                        language.text(
                            "check.bad",
                            language.text("fault." + mismatch.fault()),
                            number(mismatch.count())))));
    int widest =
        facts.stream().mapToInt(fact -> Table.width(language.text(fact.name()))).max().orElse(0);
    return facts.stream()
        .map(fact -> Table.padded(language.text(fact.name()), widest) + INDENT + fact.text())
        .toList();
  }

  private String recognised(Recognition recognition) {
    return language.text(
        "recognised.text",
        share(recognition.harmful(), 1),
        share(recognition.adverts(), 1),
        share(recognition.honest(), 2));
  }

  private String share(Share share, int digits) {
    return language.text(
        "recognised.share",
        number(share.flagged()),
        number(share.messages()),
        percent(share.flagged(), share.messages(), digits));
  }

  private String speed(Speed speed) {
    return language.text(
        "speed.text",
        number(Math.round(speed.messagesPerSecond())),
        number(speed.p50Millis()),
        number(speed.p99Millis()));
  }

  private List<String> senders(List<SenderReputation> senders) {
    if (senders.isEmpty()) {
      return List.of(language.text("senders") + INDENT + language.text("senders.none"));
    }
    Table table = new Table(INDENT);
    table.row(
        Stream.of("sender", "suspicion", "messages", "flagged", "complaints", "why")
            .map(column -> language.text("senders." + column))
            .toList());
    for (SenderReputation sender : senders) {
      table.row(
          List.of(
              new SenderId(sender.getSender()).masked(),
              "%.2f (%.2f–%.2f)"
                  .formatted(
                      sender.getSuspicion(),
                      sender.getSuspicionLower(),
                      sender.getSuspicionUpper()),
              number(sender.getMessages()),
              number(sender.getFlagged()),
              orDash(sender.getComplaints()),
              why(sender)));
    }
    List<String> lines = new ArrayList<>();
    lines.add(language.text("senders"));
    lines.addAll(table.lines());
    return lines;
  }

  /** What speaks against a sender most. */
  private String why(SenderReputation sender) {
    return new KnownSender(sender)
        .facts(ReputationModel.STANDARD).stream()
            .filter(fact -> fact.effect() > 0)
            .map(fact -> language == Language.ZH ? fact.zh() : fact.en())
            .collect(Collectors.joining(language.text("senders.and")));
  }

  static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  private static String orDash(long count) {
    return count == 0 ? "-" : number(count);
  }

  static String percent(long part, long whole, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", whole == 0 ? 0 : 100.0 * part / whole);
  }

  /** A line with a name. */
  private record Fact(String name, String text) {}
}
