package io.smswarden.console.access;

import io.javalin.http.Context;
import io.smswarden.console.http.Caller;
import io.smswarden.console.http.Endpoints;
import io.smswarden.console.http.Page;
import io.smswarden.console.http.Permission;
import io.smswarden.console.http.Routes;
import io.smswarden.console.topic.TopicReader;
import io.smswarden.filter.SenderId;
import io.smswarden.schemas.AuditEntry;
import io.smswarden.streams.Topics;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who did what, the newest first. */
final class AuditRoutes implements Endpoints {

  private static final String SUBSCRIBER = "subscriber:";

  private final AccessGate gate;
  private final TopicReader topics;

  AuditRoutes(AccessGate gate, TopicReader topics) {
    this.gate = gate;
    this.topics = topics;
  }

  @Override
  public void addTo(Routes routes) {
    routes.get("/audit", Permission.AUDIT, this::list);
  }

  private void list(Context ctx) {
    Caller caller = Routes.caller(ctx);
    boolean unmask = "true".equals(ctx.queryParam("unmask")) && caller.may(Permission.UNMASK);
    Page<AuditEntry> page =
        topics
            .newest(Topics.AUDIT, Page.cursor(ctx), Page.limit(ctx), entry -> true)
            .map(stored -> stored.value());
    if (unmask) {
      gate.audit(caller, "unmask", "topic:" + Topics.AUDIT.name(), page.items().size() + " items");
    }
    ctx.json(page.map(entry -> shown(entry, unmask)).json());
  }

  private static Map<String, Object> shown(AuditEntry entry, boolean unmask) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("at", entry.getAt().toString());
    shown.put("who", entry.getWho());
    shown.put("role", entry.getRole());
    shown.put("address", entry.getAddress());
    shown.put("action", entry.getAction());
    shown.put("subject", unmask ? entry.getSubject() : masked(entry.getSubject()));
    shown.put("detail", entry.getDetail());
    return shown;
  }

  private static String masked(String subject) {
    return subject.startsWith(SUBSCRIBER)
        ? SUBSCRIBER + new SenderId(subject.substring(SUBSCRIBER.length())).masked()
        : subject;
  }
}
