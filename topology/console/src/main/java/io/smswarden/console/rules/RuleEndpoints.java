package io.smswarden.console.rules;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.smswarden.console.feed.Entry;
import io.smswarden.console.feed.Log;
import io.smswarden.console.http.Caller;
import io.smswarden.console.http.Endpoints;
import io.smswarden.console.http.Gate;
import io.smswarden.console.http.Json;
import io.smswarden.console.http.JsonBody;
import io.smswarden.console.http.Permission;
import io.smswarden.console.http.ProblemException;
import io.smswarden.console.http.ProblemException.Place;
import io.smswarden.console.http.Routes;
import io.smswarden.console.state.PipelineState;
import io.smswarden.console.topic.TopicWriter;
import io.smswarden.console.view.RecordJson;
import io.smswarden.console.view.RecordView;
import io.smswarden.filter.Judge;
import io.smswarden.filter.SenderId;
import io.smswarden.filter.rule.Examples;
import io.smswarden.filter.rule.RuleSetException;
import io.smswarden.schemas.RuleSetRecord;
import io.smswarden.schemas.SmsEvent;
import io.smswarden.streams.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The operator's rules: to check, to try, to publish, to withdraw. */
public final class RuleEndpoints implements Endpoints {

  /** Room for ten thousand rules, as their topic has it. */
  private static final int LARGEST = 4 * 1024 * 1024;

  private static final int USUAL_MESSAGES = 20_000;
  private static final int MOST_MESSAGES = 100_000;
  private static final int MOST_HOURS = 72;
  private static final int HISTORY = 50;
  private static final int LONGEST_NOTE = 500;
  private static final Pattern ID = Pattern.compile("([0-9]{1,6})-([0-9]{1,18})");

  private final PipelineState state;
  private final PublishedRules published;
  private final Backtest backtest;
  private final RuleHits hits;
  private final TopicWriter writer;
  private final Gate gate;
  private final InstantSource eventTime;
  private final InstantSource clock;

  /**
   * The rules of a pipeline.
   *
   * @param published rule sets, with tombstones
   * @param events the messages to try rules on
   * @param eventTime what time it is in the messages
   */
  public RuleEndpoints(
      PipelineState state,
      Log<String, Optional<RuleSetRecord>> published,
      Log<SenderId, SmsEvent> events,
      RuleHits hits,
      TopicWriter writer,
      Gate gate,
      InstantSource eventTime,
      InstantSource clock) {
    this.state = state;
    this.published = new PublishedRules(published);
    this.backtest = new Backtest(events, state, clock);
    this.hits = hits;
    this.writer = writer;
    this.gate = gate;
    this.eventTime = eventTime;
    this.clock = clock;
  }

  @Override
  public void addTo(Routes routes) {
    routes.get("/rules", Permission.READ, this::show);
    routes.get("/rules/history/{id}", Permission.READ, this::earlier);
    routes.get("/rules/shadow", Permission.READ, this::shadow);
    routes.post("/rules/validate", Permission.RULES_TEST, this::validate);
    routes.post("/rules/backtest", Permission.RULES_TEST, this::backtest);
    routes.post("/rules/publish", Permission.RULES_PUBLISH, this::publish);
    routes.delete("/rules", Permission.RULES_PUBLISH, this::withdraw);
  }

  private void show(Context ctx) {
    List<Entry<String, Optional<RuleSetRecord>>> latest = published.latest(HISTORY);
    ObjectNode json = Json.object();
    json.set(
        "inForce",
        latest.stream().findFirst().flatMap(Entry::value).map(RecordJson::of).orElse(null));
    ArrayNode history = json.putArray("history");
    latest.forEach(entry -> history.add(summary(entry)));
    Json.write(ctx, json);
  }

  /** A published set without its YAML, or its withdrawal. */
  private static ObjectNode summary(Entry<String, Optional<RuleSetRecord>> entry) {
    ObjectNode json = Json.object().put("id", entry.id());
    entry
        .value()
        .ifPresentOrElse(
            rules -> json.setAll(RecordJson.of(rules)),
            () ->
                json.put("name", entry.key())
                    .putNull("version")
                    .put("publishedAt", entry.time().toString()));
    json.remove("yaml");
    return json.put("withdrawn", entry.value().isEmpty());
  }

  private void earlier(Context ctx) {
    Matcher id = ID.matcher(ctx.pathParam("id"));
    RuleSetRecord rules =
        (id.matches()
                ? published.at(Integer.parseInt(id.group(1)), Long.parseLong(id.group(2)))
                : Optional.<RuleSetRecord>empty())
            .orElseThrow(
                () -> ProblemException.of(HttpStatus.NOT_FOUND, "no such rule set, or no longer"));
    Json.write(ctx, RecordJson.of(rules));
  }

  private void shadow(Context ctx) {
    ArrayNode json = Json.object().putArray("hits");
    hits.hits()
        .forEach(
            hit ->
                json.addObject()
                    .put("rule", hit.rule())
                    .put("mode", hit.mode())
                    .put("count", hit.count()));
    Json.write(ctx, json);
  }

  private void validate(Context ctx) {
    String yaml = JsonBody.of(ctx, LARGEST, "yaml").text("yaml");
    ObjectNode json = Json.object();
    ArrayNode errors = json.putArray("errors");
    try {
      json.put("rules", state.judge().withRules(yaml).rules().rules().size());
    } catch (RuleSetException e) {
      json.put("rules", 0);
      places(e)
          .forEach(
              place ->
                  errors
                      .addObject()
                      .put("line", place.line())
                      .put("column", place.column())
                      .put("message", place.message()));
    }
    Json.write(ctx, json.put("valid", errors.isEmpty()));
  }

  private void backtest(Context ctx) {
    JsonBody body = JsonBody.of(ctx, LARGEST, "yaml", "hours", "messages");
    OptionalInt hours = body.optionalNumber("hours", 1, MOST_HOURS);
    int messages =
        body.optionalNumber("messages", 1, MOST_MESSAGES)
            .orElse(hours.isPresent() ? MOST_MESSAGES : USUAL_MESSAGES);
    RecordView view = RecordView.of(ctx, gate);
    Optional<Instant> since =
        hours.isPresent()
            ? Optional.of(eventTime.instant().minus(Duration.ofHours(hours.getAsInt())))
            : Optional.empty();
    Json.write(
        ctx, BacktestJson.of(backtest.run(compiled(body.text("yaml")), messages, since), view));
  }

  private void publish(Context ctx) {
    Caller caller = Routes.caller(ctx);
    JsonBody body = JsonBody.of(ctx, LARGEST, "yaml", "note", "replaces");
    String yaml = body.text("yaml");
    String note = body.line("note", LONGEST_NOTE);
    Judge judge = compiled(yaml);
    List<Examples.Failure> failures = Examples.failures(judge);
    if (!failures.isEmpty()) {
      throw ProblemException.invalid(
          "examples failed, of rules "
              + failures.stream()
                  .map(Examples.Failure::rule)
                  .distinct()
                  .collect(Collectors.joining(", ")),
          List.of());
    }
    body.optionalText("replaces").ifPresent(this::checkLast);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    String version = judge.rules().version();
    RuleSetRecord rules =
        new RuleSetRecord(Topics.RULES_IN_FORCE, version, yaml, caller.name(), now, note);
    gate.audit(caller, "RULES_PUBLISH", "rules:" + version, note);
    writer.write(Topics.RULES, Topics.RULES_IN_FORCE, rules, now);
    ctx.status(HttpStatus.ACCEPTED).json(Map.of("version", version));
  }

  private void checkLast(String replaces) {
    if (published.last().filter(last -> last.getVersion().equals(replaces)).isEmpty()) {
      throw ProblemException.of(
          HttpStatus.CONFLICT, "other rules were published meanwhile; look at them first");
    }
  }

  private void withdraw(Context ctx) {
    gate.audit(Routes.caller(ctx), "RULES_WITHDRAW", "rules:" + Topics.RULES_IN_FORCE, "");
    writer.delete(Topics.RULES, Topics.RULES_IN_FORCE, clock.instant());
    ctx.status(HttpStatus.ACCEPTED);
  }

  private Judge compiled(String yaml) {
    try {
      return state.judge().withRules(yaml);
    } catch (RuleSetException e) {
      throw ProblemException.invalid("the rules have faults", places(e));
    }
  }

  private static List<Place> places(RuleSetException e) {
    return e.faults().stream()
        .map(fault -> new Place(fault.line(), fault.column(), fault.message()))
        .toList();
  }
}
