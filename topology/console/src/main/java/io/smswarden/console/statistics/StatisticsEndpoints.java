package io.smswarden.console.statistics;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.smswarden.console.cluster.Instances;
import io.smswarden.console.feed.Search;
import io.smswarden.console.feed.TopicLog;
import io.smswarden.console.http.Endpoints;
import io.smswarden.console.http.Json;
import io.smswarden.console.http.Paging;
import io.smswarden.console.http.Permission;
import io.smswarden.console.http.ProblemException;
import io.smswarden.console.http.Query;
import io.smswarden.console.http.Routes;
import io.smswarden.console.state.PipelineState;
import io.smswarden.console.statistics.StatisticsDirectory.Subject;
import io.smswarden.console.statistics.StatisticsDirectory.Wanted;
import io.smswarden.console.view.RecordJson;
import io.smswarden.schemas.Complaint;
import io.smswarden.schemas.ComplaintStats;
import io.smswarden.schemas.SenderAnomaly;
import io.smswarden.schemas.StatsDimension;
import io.smswarden.schemas.SubscriberAlert;
import io.smswarden.schemas.Warning;
import io.smswarden.schemas.WindowSize;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Figures: the overview, counts by subject and window, and unusual hours of senders. */
public final class StatisticsEndpoints implements Endpoints {

  /** State keeps that much; see {@code StatisticsLookup}. */
  private static final Duration KEPT = Duration.ofDays(8);

  private final StatisticsDirectory directory;
  private final Overview overview;
  private final TopicLog<String, SenderAnomaly> anomalies;
  private final InstantSource eventTime;

  /** The topics that figures are made of, beside the state. */
  public record StatisticsLogs(
      TopicLog<?, Warning> warnings,
      TopicLog<?, Complaint> complaints,
      TopicLog<?, SubscriberAlert> alerts,
      TopicLog<String, SenderAnomaly> anomalies) {}

  /**
   * Figures of a pipeline.
   *
   * @param traffic what this instance does
   * @param eventTime what time it is in the messages
   * @param clock the wall clock
   */
  public StatisticsEndpoints(
      PipelineState state,
      Instances instances,
      Traffic traffic,
      StatisticsLogs logs,
      InstantSource eventTime,
      InstantSource clock) {
    this.directory = new StatisticsDirectory(state, instances, traffic);
    RegionNames regions = new RegionNames();
    logs.warnings().listen(entry -> regions.learn(entry.value().getRecipient()));
    Arrivals arrivals = new Arrivals(logs.complaints(), logs.alerts(), clock);
    this.overview = new Overview(directory, regions, arrivals, eventTime, clock);
    this.anomalies = logs.anomalies();
    this.eventTime = eventTime;
  }

  @Override
  public void addTo(Routes routes) {
    routes.get("/statistics/overview", Permission.READ, ctx -> Json.write(ctx, overview.get()));
    routes.get("/statistics", Permission.READ, this::counts);
    routes.get("/anomalies", Permission.READ, this::anomalies);
    routes.post(StatisticsDirectory.PATH, Permission.INSTANCE, directory::answer);
    routes.post(StatisticsDirectory.TRAFFIC, Permission.INSTANCE, directory::answerTraffic);
  }

  private void counts(Context ctx) {
    StatsDimension dimension = required(ctx, "dimension", StatsDimension.class);
    WindowSize size = required(ctx, "window", WindowSize.class);
    Optional<String> subject = Query.text(ctx, "subject");
    Instant to = Query.time(ctx, "to").orElseGet(() -> eventTime.instant().plusMillis(1));
    Instant from = Query.time(ctx, "from").orElseGet(() -> to.minus(KEPT));
    if (subject.isEmpty() && (dimension == StatsDimension.SENDER || size == WindowSize.WEEK)) {
      throw ProblemException.of(
          HttpStatus.BAD_REQUEST, "counts of senders, and of weeks, are given of one subject");
    }
    if (!from.isBefore(to)) {
      throw ProblemException.of(HttpStatus.BAD_REQUEST, "from must be before to");
    }
    Paging paging = Paging.of(ctx);
    List<ComplaintStats> found =
        directory
            .find(new Wanted(subject.map(name -> new Subject(dimension, name)), size, from, to))
            .stream()
            .filter(window -> window.getDimension() == dimension)
            .sorted(
                Comparator.comparing(ComplaintStats::getWindowStart)
                    .reversed()
                    .thenComparing(ComplaintStats::getSubject))
            .toList();
    Json.write(
        ctx,
        Paging.list(
            paging.part(found).stream().map(RecordJson::of).toList(), paging.behind(found)));
  }

  private static <E extends Enum<E>> E required(Context ctx, String name, Class<E> type) {
    return Query.constant(ctx, name, type)
        .orElseThrow(
            () ->
                ProblemException.of(
                    HttpStatus.BAD_REQUEST, "the parameter %s is missing".formatted(name)));
  }

  private void anomalies(Context ctx) {
    Search.Found<String, SenderAnomaly> found =
        Search.part(anomalies, Paging.of(ctx), entry -> true);
    Json.write(
        ctx,
        Paging.list(
            found.entries().stream().map(entry -> RecordJson.of(entry.value())).toList(),
            found.next()));
  }
}
