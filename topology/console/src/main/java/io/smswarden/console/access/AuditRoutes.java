package io.smswarden.console.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.smswarden.console.feed.Log;
import io.smswarden.console.feed.Search;
import io.smswarden.console.http.Endpoints;
import io.smswarden.console.http.Json;
import io.smswarden.console.http.Paging;
import io.smswarden.console.http.Permission;
import io.smswarden.console.http.Routes;
import io.smswarden.console.view.Masking;
import io.smswarden.console.view.RecordJson;
import io.smswarden.console.view.RecordView;
import io.smswarden.schemas.AuditEntry;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who did what, the newest first. */
final class AuditRoutes implements Endpoints {

  /** Subscribers' numbers; senders are seen by whoever sees this. */
  private static final Pattern NUMBER = Pattern.compile("(?<!sender:)\\+[0-9]{7,15}");

  private final AccessGate gate;
  private final Log<String, AuditEntry> log;

  AuditRoutes(AccessGate gate, Log<String, AuditEntry> log) {
    this.gate = gate;
    this.log = log;
  }

  @Override
  public void addTo(Routes routes) {
    routes.get("/audit", Permission.AUDIT, this::list);
  }

  private void list(Context ctx) {
    RecordView view = RecordView.of(ctx, gate);
    Search.Found<String, AuditEntry> found = Search.part(log, Paging.of(ctx), entry -> true);
    Json.write(
        ctx,
        Paging.list(
            found.entries().stream().map(entry -> shown(entry.value(), entry.id(), view)).toList(),
            found.next()));
  }

  private static ObjectNode shown(AuditEntry entry, String id, RecordView view) {
    ObjectNode json = RecordJson.of(entry);
    Matcher number = NUMBER.matcher(entry.getSubject());
    return !number.find() || view.isClear("audit:" + id)
        ? json
        : json.put("subject", number.replaceAll(found -> Masking.number(found.group())));
  }
}
