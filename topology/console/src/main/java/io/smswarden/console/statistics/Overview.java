package io.smswarden.console.statistics;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smswarden.console.http.Json;
import io.smswarden.console.statistics.StatisticsDirectory.Wanted;
import io.smswarden.schemas.ComplaintStats;
import io.smswarden.schemas.StatsDimension;
import io.smswarden.schemas.WindowSize;
import io.smswarden.streams.Regions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The first page's figures; made anew once a second at most, whoever asks. */
final class Overview {

  private static final Duration GOOD_FOR = Duration.ofSeconds(1);
  private static final int HOURS = 24;
  private static final int ORGANISATIONS = 10;

  private final StatisticsDirectory directory;
  private final RegionNames regions;
  private final Arrivals arrivals;
  private final InstantSource eventTime;
  private final InstantSource clock;
  private Instant made = Instant.MIN;
  private ObjectNode json = Json.object();

  Overview(
      StatisticsDirectory directory,
      RegionNames regions,
      Arrivals arrivals,
      InstantSource eventTime,
      InstantSource clock) {
    this.directory = directory;
    this.regions = regions;
    this.arrivals = arrivals;
    this.eventTime = eventTime;
    this.clock = clock;
  }

  synchronized ObjectNode get() {
    Instant now = clock.instant();
    if (made.isBefore(now.minus(GOOD_FOR))) {
      json = make();
      made = now;
    }
    return json;
  }

  private ObjectNode make() {
    Instant asOf = eventTime.instant();
    Instant first = asOf.truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(HOURS - 1));
    Instant today = asOf.truncatedTo(ChronoUnit.DAYS);
    List<ComplaintStats> hours =
        directory.find(new Wanted(Optional.empty(), WindowSize.HOUR, first, asOf.plusMillis(1)));
    List<ComplaintStats> day =
        hours.stream().filter(hour -> !hour.getWindowStart().isBefore(today)).toList();
    TrafficFigures traffic = directory.traffic();
    ObjectNode overview = Json.object().put("asOf", asOf.toString());
    overview
        .putObject("rates")
        .put("messagesPerSecond", traffic.perSecond())
        .put("warningsPerMinute", traffic.warningsPerMinute())
        .put("complaintsPerHour", arrivals.complaintsPerHour());
    overview
        .putObject("latencyMillis")
        .put("p50", traffic.latencyMillis().getValueAtPercentile(50))
        .put("p99", traffic.latencyMillis().getValueAtPercentile(99));
    overview.set("last24h", curve(hours, first));
    overview.set("byCategory", Sums.byCategory(day));
    overview.set("byRegion", regions(hours));
    overview.set("topOrganisations", organisations(hours));
    overview
        .putObject("totals")
        .put("messages", traffic.messages())
        .put("flagged", traffic.flagged())
        .put("blocked", traffic.blocked())
        .put("complaints", arrivals.complaints())
        .put("alerts", arrivals.alerts())
        .put("deadLetters", traffic.deadLetters());
    return overview;
  }

  private static ArrayNode curve(List<ComplaintStats> hours, Instant first) {
    ArrayNode curve = Json.object().arrayNode();
    for (int hour = 0; hour < HOURS; hour++) {
      Instant start = first.plus(Duration.ofHours(hour));
      List<ComplaintStats> then = Sums.at(hours, start);
      Sums sums = Sums.of(then);
      curve
          .addObject()
          .put("hour", start.toString())
          .put("warnings", sums.warnings())
          .put("complaints", sums.complaints())
          .set("byCategory", Sums.byCategory(then));
    }
    return curve;
  }

  private ArrayNode regions(List<ComplaintStats> hours) {
    ArrayNode rows = Json.object().arrayNode();
    for (Map.Entry<String, Sums> row : Sums.bySubject(hours, StatsDimension.REGION)) {
      Regions.Region region = regions.of(row.getKey());
      rows.addObject()
          .put("region", row.getKey())
          .put("nameZh", region.zh())
          .put("nameEn", region.en())
          .put("warnings", row.getValue().warnings())
          .put("complaints", row.getValue().complaints());
    }
    return rows;
  }

  private static ArrayNode organisations(List<ComplaintStats> hours) {
    ArrayNode rows = Json.object().arrayNode();
    Sums.bySubject(hours, StatsDimension.ORGANISATION).stream()
        .limit(ORGANISATIONS)
        .forEach(
            row ->
                rows.addObject()
                    .put("organisation", row.getKey())
                    .put("warnings", row.getValue().warnings())
                    .put("complaints", row.getValue().complaints()));
    return rows;
  }
}
