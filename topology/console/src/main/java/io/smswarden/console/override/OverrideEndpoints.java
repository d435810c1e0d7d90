package io.smswarden.console.override;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.smswarden.console.http.Caller;
import io.smswarden.console.http.Endpoints;
import io.smswarden.console.http.Gate;
import io.smswarden.console.http.JsonBody;
import io.smswarden.console.http.Permission;
import io.smswarden.console.http.ProblemException;
import io.smswarden.console.http.Routes;
import io.smswarden.console.topic.TopicWriter;
import io.smswarden.filter.SenderId;
import io.smswarden.schemas.OverrideStanding;
import io.smswarden.schemas.SenderOverride;
import io.smswarden.streams.Topics;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Decisions of the staff about senders. */
public final class OverrideEndpoints implements Endpoints {

  private static final String PATH = "/senders/{sender}/override";
  private static final int LONGEST_REASON = 500;

  private final TopicWriter writer;
  private final Gate gate;
  private final InstantSource clock;
  private final String region;

  /**
   * Decisions that are written to their topic.
   *
   * @param region ISO 3166-1 code of the operator's country
   */
  public OverrideEndpoints(TopicWriter writer, Gate gate, InstantSource clock, String region) {
    this.writer = writer;
    this.gate = gate;
    this.clock = clock;
    this.region = region;
  }

  @Override
  public void addTo(Routes routes) {
    routes.put(PATH, Permission.OVERRIDE, this::decide);
    routes.delete(PATH, Permission.OVERRIDE, this::takeBack);
  }

  private void decide(Context ctx) {
    Caller caller = Routes.caller(ctx);
    SenderId sender = sender(ctx);
    JsonBody body = JsonBody.of(ctx, "standing", "reason", "expiresAt");
    OverrideStanding standing = body.oneOf("standing", OverrideStanding.class);
    if (standing == OverrideStanding.UNKNOWN) {
      throw ProblemException.invalid("standing must be TRUSTED, SUSPICIOUS or BLOCKED", List.of());
    }
    String reason = body.line("reason", LONGEST_REASON);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Instant expiresAt =
        body.optionalTime("expiresAt").map(t -> t.truncatedTo(ChronoUnit.MILLIS)).orElse(null);
    if (expiresAt != null && !expiresAt.isAfter(now)) {
      throw ProblemException.invalid("expiresAt must be later than now", List.of());
    }
    SenderOverride decision =
        new SenderOverride(sender.value(), standing, caller.name(), reason, now, expiresAt);
    gate.audit(caller, "OVERRIDE", "sender:" + sender.value(), standing + ": " + reason);
    writer.write(Topics.OVERRIDES, sender, decision, now);
    ctx.status(HttpStatus.ACCEPTED)
        .json(Map.of("sender", sender.value(), "standing", standing.name()));
  }

  private void takeBack(Context ctx) {
    SenderId sender = sender(ctx);
    gate.audit(Routes.caller(ctx), "OVERRIDE_REMOVE", "sender:" + sender.value(), "");
    writer.delete(Topics.OVERRIDES, sender, clock.instant());
    ctx.status(HttpStatus.ACCEPTED);
  }

  private SenderId sender(Context ctx) {
    return SenderId.parse(ctx.pathParam("sender"), region)
        .orElseThrow(() -> ProblemException.invalid("this can't be the ID of a sender", List.of()));
  }
}
