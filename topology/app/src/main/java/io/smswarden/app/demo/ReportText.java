package io.smswarden.app.demo;

import static io.smswarden.app.demo.SummaryText.number;
import static io.smswarden.app.demo.SummaryText.percent;

import io.smswarden.app.demo.Report.Bar;
import io.smswarden.app.demo.Report.Goal;
import io.smswarden.app.demo.Report.Judged;
import io.smswarden.app.demo.Summary.Share;
import io.smswarden.app.traffic.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A report as a person reads it. */
final class ReportText {

  private static final String INDENT = "  ";

  private final Language language;

  ReportText(Language language) {
    this.language = language;
  }

  List<String> lines(Report report) {
    List<String> lines = new ArrayList<>();
    lines.add(
        language.text(
            "report.campaigns",
            number(report.campaigns().size()),
            number(report.senders()),
            number(report.took().toSeconds())));
    lines.addAll(campaigns(report));
    lines.add("");
    lines.addAll(sources(report));
    lines.add("");
    lines.add(load(report.load()));
    lines.add("");
    report.bars().forEach(bar -> lines.add(met(bar) + INDENT + goal(bar)));
    return lines;
  }

  private List<String> campaigns(Report report) {
    Table table = new Table(INDENT);
    table.row(
        Stream.of("campaign", "category", "messages", "numbers", "after", "first", "later")
            .map(column -> language.text("report." + column))
            .toList());
    for (CampaignResult campaign : report.campaigns()) {
      table.row(
          List.of(
              campaign.name(),
              language.text("category." + campaign.category()),
              number(campaign.messages()),
              number(campaign.numbers()),
              share(campaign.afterHead()),
              campaign.firstFlagged() == 0 ? "-" : number(campaign.firstFlagged()),
              campaign.firstFlagged() == 0 ? "-" : clock(campaign.firstAfter())));
    }
    table.row(
        List.of(
            language.text("total"),
            "",
            number(report.campaigns().stream().mapToLong(CampaignResult::messages).sum()),
            number(report.campaigns().stream().mapToLong(CampaignResult::numbers).sum()),
            share(report.afterHead()),
            "",
            ""));
    return table.lines();
  }

  private List<String> sources(Report report) {
    Table table = new Table("");
    table.row(
        Stream.of("honest", "messages", "warned", "blocked")
            .map(column -> language.text("report." + column))
            .toList());
    report.honest().forEach((source, judged) -> table.row(row(source, judged)));
    table.row(row(INDENT + language.text("total"), report.allHonest()));
    table.row(List.of(language.text("report.others"), "", "", ""));
    report.others().forEach((source, judged) -> table.row(row(source, judged)));
    return table.lines();
  }

  private List<String> row(Source source, Judged judged) {
    return row(INDENT + language.text("source." + source), judged);
  }

  private static List<String> row(String name, Judged judged) {
    return List.of(
        name,
        number(judged.messages()),
        counted(judged.flagged(), judged.messages()),
        counted(judged.blocked(), judged.messages()));
  }

  private String load(Report.Load load) {
    return language.text(
        "report.load",
        number(load.subscribers()),
        number(load.alerts()),
        number(load.digests()),
        number(load.most()),
        number(load.cap()),
        number(load.above()));
  }

  private String met(Bar bar) {
    int widest =
        Math.max(
            Table.width(language.text("report.met")), Table.width(language.text("report.missed")));
    return Table.padded(language.text(bar.met() ? "report.met" : "report.missed"), widest);
  }

  private String goal(Bar bar) {
    boolean counted = bar.goal() == Goal.ALERTS;
    return language.text(
        "goal." + bar.goal(),
        counted ? number((long) bar.value()) : fixed(100 * bar.value(), 2),
        counted ? number((long) bar.limit()) : fixed(100 * bar.limit(), 1));
  }

  private static String fixed(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }

  private static String share(Share share) {
    return counted(share.flagged(), share.messages());
  }

  private static String counted(long part, long whole) {
    return number(part) + " (" + percent(part, whole, 2) + " %)";
  }

  private static String clock(Duration time) {
    return "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart());
  }
}
