package io.smswarden.console.preferences;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.smswarden.console.feed.Backwards;
import io.smswarden.console.feed.Entry;
import io.smswarden.console.feed.KeyPartition;
import io.smswarden.console.feed.Log;
import io.smswarden.console.feed.Search;
import io.smswarden.console.http.Caller;
import io.smswarden.console.http.Endpoints;
import io.smswarden.console.http.Gate;
import io.smswarden.console.http.Json;
import io.smswarden.console.http.JsonBody;
import io.smswarden.console.http.Paging;
import io.smswarden.console.http.Permission;
import io.smswarden.console.http.ProblemException;
import io.smswarden.console.http.Routes;
import io.smswarden.console.topic.TopicWriter;
import io.smswarden.console.view.RecordJson;
import io.smswarden.console.view.RecordView;
import io.smswarden.filter.Msisdn;
import io.smswarden.schemas.AlertLanguage;
import io.smswarden.schemas.AlertLevel;
import io.smswarden.schemas.SubscriberAlert;
import io.smswarden.schemas.SubscriberPreferences;
import io.smswarden.streams.StateNotReadyException;
import io.smswarden.streams.Topics;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What one subscriber wants to be told, and was told. Each look at a subscriber is on record. */
public final class PreferenceEndpoints implements Endpoints {

  private static final int MINUTES = 24 * 60;
  private static final int MOST_ALERTS = 1000;

  /** Changes of one partition that are looked at; with more, compaction is far behind. */
  private static final long MOST_LOOKED_AT = 1_000_000;

  private final Log<Msisdn, Optional<SubscriberPreferences>> preferences;
  private final Log<Msisdn, SubscriberAlert> alerts;
  private final TopicWriter writer;
  private final Gate gate;
  private final InstantSource clock;
  private final String region;

  /**
   * Subscribers' preferences and alerts.
   *
   * @param preferences with tombstones
   * @param region ISO 3166-1 code of the operator's country
   */
  public PreferenceEndpoints(
      Log<Msisdn, Optional<SubscriberPreferences>> preferences,
      Log<Msisdn, SubscriberAlert> alerts,
      TopicWriter writer,
      Gate gate,
      InstantSource clock,
      String region) {
    this.preferences = preferences;
    this.alerts = alerts;
    this.writer = writer;
    this.gate = gate;
    this.clock = clock;
    this.region = region;
  }

  @Override
  public void addTo(Routes routes) {
    routes.get("/subscribers/{msisdn}/preferences", Permission.PREFERENCES, this::show);
    routes.put("/subscribers/{msisdn}/preferences", Permission.PREFERENCES, this::set);
    routes.get("/subscribers/{msisdn}/alerts", Permission.ALERTS, this::alerts);
  }

  private void show(Context ctx) {
    Msisdn subscriber = subscriber(ctx);
    audit(ctx, "PREFERENCES", subscriber);
    Json.write(
        ctx,
        RecordJson.of(
            last(subscriber)
                .orElseGet(
                    () ->
                        SubscriberPreferences.newBuilder()
                            .setSubscriber(subscriber.value())
                            .build())));
  }

  private Optional<SubscriberPreferences> last(Msisdn subscriber) {
    Backwards<Msisdn, Optional<SubscriberPreferences>> backwards =
        of(preferences, subscriber, Optional.empty());
    for (Optional<Entry<Msisdn, Optional<SubscriberPreferences>>> next = backwards.next();
        next.isPresent();
        next = backwards.next()) {
      if (next.get().key().equals(subscriber)) {
        return next.get().value();
      }
      if (backwards.examined() > MOST_LOOKED_AT) {
        throw new StateNotReadyException("there are too many preferences to look through");
      }
    }
    return Optional.empty();
  }

  private void set(Context ctx) {
    Msisdn subscriber = subscriber(ctx);
    JsonBody body =
        JsonBody.of(ctx, "subscriber", "language", "level", "quietFrom", "quietTo", "dailyCap");
    OptionalInt from = body.optionalNumber("quietFrom", 0, MINUTES - 1);
    OptionalInt to = body.optionalNumber("quietTo", 0, MINUTES - 1);
    if (from.isPresent() != to.isPresent()) {
      throw ProblemException.invalid("quietFrom and quietTo belong together", List.of());
    }
    if (body.optionalText("subscriber").filter(it -> !it.equals(subscriber.value())).isPresent()) {
      throw ProblemException.invalid("subscriber is not the one in the path", List.of());
    }
    SubscriberPreferences wanted =
        new SubscriberPreferences(
            subscriber.value(),
            body.optionalOneOf("language", AlertLanguage.class).orElse(AlertLanguage.UNKNOWN),
            body.optionalOneOf("level", AlertLevel.class).orElse(AlertLevel.HARMFUL),
            from.isPresent() ? from.getAsInt() : null,
            to.isPresent() ? to.getAsInt() : null,
            body.optionalNumber("dailyCap", 1, MOST_ALERTS).stream()
                .boxed()
                .findAny()
                .orElse(null));
    audit(ctx, "PREFERENCES_SET", subscriber);
    writer.write(Topics.PREFERENCES, subscriber, wanted, clock.instant());
    ctx.status(HttpStatus.ACCEPTED);
    Json.write(ctx, RecordJson.of(wanted));
  }

  private void alerts(Context ctx) {
    Msisdn subscriber = subscriber(ctx);
    Paging paging = Paging.of(ctx);
    audit(ctx, "ALERTS", subscriber);
    RecordView view =
        Routes.caller(ctx).only().isPresent() ? RecordView.own() : RecordView.of(ctx, gate);
    Search.Found<Msisdn, SubscriberAlert> found =
        Search.part(
            of(alerts, subscriber, paging.cursor()),
            entry -> entry.key().equals(subscriber),
            paging.limit());
    List<ObjectNode> items =
        found.entries().stream()
            .map(entry -> view.show(entry.value(), "alert:" + entry.id()))
            .toList();
    Json.write(ctx, Paging.list(items, found.next()));
  }

  private static <V> Backwards<Msisdn, V> of(
      Log<Msisdn, V> log, Msisdn subscriber, Optional<String> cursor) {
    return Backwards.from(
        log, cursor, Optional.of(KeyPartition.of(subscriber.value(), log)), Optional.empty());
  }

  private void audit(Context ctx, String action, Msisdn subscriber) {
    gate.audit(Routes.caller(ctx), action, "subscriber:" + subscriber.value(), "");
  }

  private Msisdn subscriber(Context ctx) {
    Caller caller = Routes.caller(ctx);
    Msisdn subscriber =
        Msisdn.parse(ctx.pathParam("msisdn"), region)
            .orElseThrow(
                () ->
                    ProblemException.of(
                        HttpStatus.NOT_FOUND, "no telephone number; give it as +8613800000000"));
    if (!caller.concerns(subscriber)) {
      throw ProblemException.of(HttpStatus.FORBIDDEN, "this key is bound to another subscriber");
    }
    return subscriber;
  }
}
