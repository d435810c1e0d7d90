package io.smswarden.console.feed;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.sse.SseClient;
import io.smswarden.console.http.Caller;
import io.smswarden.console.http.Endpoints;
import io.smswarden.console.http.Gate;
import io.smswarden.console.http.Permission;
import io.smswarden.console.http.ProblemException;
import io.smswarden.console.http.Query;
import io.smswarden.console.http.Routes;
import io.smswarden.console.view.RecordView;
import io.smswarden.console.view.WarningJson;
import io.smswarden.filter.Msisdn;
import io.smswarden.schemas.SubscriberAlert;
import io.smswarden.schemas.Warning;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Warnings and alerts as they come, as server-sent events. */
public final class FeedEndpoints implements Endpoints, AutoCloseable {

  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private final TopicLog<?, Warning> warnings;
  private final TopicLog<?, SubscriberAlert> alerts;
  private final Gate gate;
  private final Readers readers;
  private final Duration heartbeat;

  /**
   * Streams of two logs.
   *
   * @param readers how many may read at a time
   */
  public FeedEndpoints(
      TopicLog<?, Warning> warnings, TopicLog<?, SubscriberAlert> alerts, Gate gate, int readers) {
    this(warnings, alerts, gate, readers, HEARTBEAT);
  }

  FeedEndpoints(
      TopicLog<?, Warning> warnings,
      TopicLog<?, SubscriberAlert> alerts,
      Gate gate,
      int readers,
      Duration heartbeat) {
    this.warnings = warnings;
    this.alerts = alerts;
    this.gate = gate;
    this.readers = new Readers(readers, gate);
    this.heartbeat = heartbeat;
  }

  @Override
  public void addTo(Routes routes) {
    routes.events(
        "/feed/warnings",
        Permission.READ,
        ctx -> admit(ctx, warnings),
        client ->
            read(
                client,
                warnings,
                "warning",
                warning -> true,
                entry ->
                    RecordView.masked()
                        .show(WarningJson.of(entry.value(), entry.id()), "")
                        .toString()));
    routes.events(
        "/feed/alerts",
        Permission.ALERTS,
        ctx -> {
          subscriber(ctx);
          admit(ctx, alerts);
        },
        this::alerts);
  }

  /** Ends all streams. */
  @Override
  public void close() {
    readers.close();
  }

  private void admit(Context ctx, TopicLog<?, ?> log) {
    readers.check();
    log.end();
    start(ctx, log);
  }

  private void alerts(SseClient client) {
    Optional<Msisdn> subscriber = subscriber(client.ctx());
    Caller caller = Routes.caller(client.ctx());
    RecordView view = caller.only().isPresent() ? RecordView.own() : RecordView.masked();
    subscriber
        .filter(one -> caller.only().isEmpty())
        .ifPresent(one -> gate.audit(caller, "ALERTS", one.value(), "feed"));
    read(
        client,
        alerts,
        "alert",
        alert -> subscriber.map(one -> one.value().equals(alert.getRecipient())).orElse(true),
        entry -> view.show(entry.value(), entry.id()).toString());
  }

  /** Whose alerts are asked for; a key that is bound to a subscriber asks for its own. */
  private static Optional<Msisdn> subscriber(Context ctx) {
    Caller caller = Routes.caller(ctx);
    Optional<Msisdn> asked = Query.text(ctx, "subscriber").map(Msisdn::new).or(caller::only);
    if (asked.isPresent() && !caller.concerns(asked.get())) {
      throw ProblemException.of(HttpStatus.FORBIDDEN, "this key is bound to another subscriber");
    }
    return asked;
  }

  private <V> void read(
      SseClient client,
      TopicLog<?, V> log,
      String event,
      Predicate<V> wanted,
      Function<Entry<?, V>, String> json) {
    FeedReader.Sink sink =
        new FeedReader.Sink() {
          @Override
          public void event(String name, String data, String id) {
            client.sendEvent(name, data, id);
          }

          @Override
          public void heartbeat() {
            client.sendComment("");
          }
        };
    readers.admit(
        client,
        new FeedReader<>(log, start(client.ctx(), log), sink, event, wanted, json, heartbeat));
  }

  private static Positions start(Context ctx, TopicLog<?, ?> log) {
    String last = ctx.header("Last-Event-ID");
    if (last == null || last.isBlank()) {
      return log.end();
    }
    try {
      return log.within(Positions.decode(last));
    } catch (IllegalArgumentException e) {
      throw ProblemException.of(
          HttpStatus.BAD_REQUEST, "the Last-Event-ID is none of this stream: begin without one");
    }
  }
}
