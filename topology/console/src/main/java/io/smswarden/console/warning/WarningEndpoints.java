package io.smswarden.console.warning;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.smswarden.console.feed.Backwards;
import io.smswarden.console.feed.Entry;
import io.smswarden.console.feed.KeyPartition;
import io.smswarden.console.feed.Search;
import io.smswarden.console.feed.TopicLog;
import io.smswarden.console.http.Endpoints;
import io.smswarden.console.http.Gate;
import io.smswarden.console.http.Json;
import io.smswarden.console.http.Paging;
import io.smswarden.console.http.Permission;
import io.smswarden.console.http.ProblemException;
import io.smswarden.console.http.Routes;
import io.smswarden.console.view.RecordView;
import io.smswarden.console.view.WarningJson;
import io.smswarden.filter.SenderId;
import io.smswarden.schemas.Warning;
import java.util.Optional;

/** Warnings, the newest first: those in memory, and behind them those that Kafka has. */
public final class WarningEndpoints implements Endpoints {

  private final TopicLog<SenderId, Warning> warnings;
  private final Gate gate;

  /** Warnings of a log. */
  public WarningEndpoints(TopicLog<SenderId, Warning> warnings, Gate gate) {
    this.warnings = warnings;
    this.gate = gate;
  }

  @Override
  public void addTo(Routes routes) {
    routes.get("/warnings", Permission.READ, this::list);
    routes.get("/warnings/{messageId}", Permission.READ, this::one);
  }

  private void list(Context ctx) {
    WarningFilter filter = WarningFilter.of(ctx);
    Paging paging = Paging.of(ctx);
    RecordView view = RecordView.of(ctx, gate);
    Backwards<SenderId, Warning> backwards =
        Backwards.from(
            warnings,
            paging.cursor(),
            filter.sender().map(sender -> KeyPartition.of(sender.value(), warnings)),
            filter.from());
    Search.Found<SenderId, Warning> found =
        Search.part(backwards, entry -> filter.matches(entry.value()), paging.limit());
    Json.write(
        ctx,
        Paging.list(
            found.entries().stream().map(entry -> view.show(json(entry), subject(entry))).toList(),
            found.next()));
  }

  private void one(Context ctx) {
    String id = ctx.pathParam("messageId");
    RecordView view = RecordView.of(ctx, gate);
    Optional<Entry<SenderId, Warning>> found =
        Search.part(
                warnings,
                new Paging(1, Optional.empty()),
                entry -> entry.value().getVerdict().getMessageId().equals(id))
            .entries()
            .stream()
            .findFirst();
    Entry<SenderId, Warning> entry =
        found.orElseThrow(
            () ->
                ProblemException.of(
                    HttpStatus.NOT_FOUND, "none of the latest warnings is of this message"));
    Json.write(ctx, view.show(json(entry), subject(entry)));
  }

  private static ObjectNode json(Entry<SenderId, Warning> entry) {
    return WarningJson.of(entry.value(), entry.id());
  }

  private static String subject(Entry<SenderId, Warning> entry) {
    return entry.value().getVerdict().getMessageId();
  }
}
