package io.smswarden.app.demo;

import io.smswarden.app.demo.Report.Bar;
import io.smswarden.app.demo.Report.Judged;
import io.smswarden.app.traffic.Source;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A report for tools: what stands below {@code report} in the summary's object. */
final class ReportJson {

  private ReportJson() {}

  static Map<String, Object> of(Report report) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("senders", report.senders());
    object.put("campaigns", report.campaigns().stream().map(ReportJson::of).toList());
    object.put("honest", bySource(report.honest()));
    object.put("others", bySource(report.others()));
    object.put("alerts", of(report.load()));
    object.put("seconds", report.took().toMillis() / 1000.0);
    object.put("bars", report.bars().stream().map(ReportJson::of).toList());
    object.put("met", report.met());
    return object;
  }

  private static Map<String, Object> of(CampaignResult campaign) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("name", campaign.name());
    object.put("category", campaign.category().name());
    object.put("messages", campaign.messages());
    object.put("numbers", campaign.numbers());
    object.put("flagged", campaign.flagged());
    object.put("after_first_50", campaign.afterHead().messages());
    object.put("after_first_50_flagged", campaign.afterHead().flagged());
    object.put("first_flagged", campaign.firstFlagged());
    object.put("first_flagged_seconds", campaign.firstAfter().toMillis() / 1000.0);
    return object;
  }

  private static Map<String, Object> bySource(Map<Source, Judged> sources) {
    Map<String, Object> object = new LinkedHashMap<>();
    sources.forEach((source, judged) -> object.put(name(source), of(judged)));
    return object;
  }

  private static Map<String, Object> of(Judged judged) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("messages", judged.messages());
    object.put("flagged", judged.flagged());
    object.put("blocked", judged.blocked());
    return object;
  }

  private static Map<String, Object> of(Report.Load load) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("subscribers", load.subscribers());
    object.put("alerts", load.alerts());
    object.put("digests", load.digests());
    object.put("daily_cap", load.cap());
    object.put("most_a_day", load.most());
    object.put("above_cap", load.above());
    return object;
  }

  private static Map<String, Object> of(Bar bar) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("name", name(bar.goal()));
    object.put("value", bar.value());
    object.put("limit", bar.limit());
    object.put("met", bar.met());
    return object;
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
