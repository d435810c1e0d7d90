package io.smswarden.console.sender;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.smswarden.console.campaign.CampaignMembers;
import io.smswarden.console.feed.TopicLog;
import io.smswarden.console.http.Endpoints;
import io.smswarden.console.http.Gate;
import io.smswarden.console.http.Json;
import io.smswarden.console.http.Paging;
import io.smswarden.console.http.Permission;
import io.smswarden.console.http.ProblemException;
import io.smswarden.console.http.Routes;
import io.smswarden.console.state.PipelineState;
import io.smswarden.console.view.RecordJson;
import io.smswarden.console.view.RecordView;
import io.smswarden.filter.SenderId;
import io.smswarden.schemas.Complaint;
import io.smswarden.schemas.ComplaintStats;
import io.smswarden.schemas.SenderAnomaly;
import io.smswarden.schemas.SenderReputation;
import io.smswarden.schemas.TopSenders;
import io.smswarden.schemas.Warning;
import io.smswarden.streams.StateNotReadyException;
import java.time.InstantSource;
import java.util.List;

/** Senders: the most suspicious ones, what is known of one, and what happened with it. */
public final class SenderEndpoints implements Endpoints {

  private static final int MOST_RELATED = 50;

  private final SenderDirectory directory;
  private final PipelineState state;
  private final TopTable top;
  private final Timeline timeline;
  private final TopicLog<String, SenderAnomaly> anomalies;
  private final CampaignMembers members;
  private final InstantSource eventTime;
  private final Gate gate;

  /**
   * Senders of a pipeline.
   *
   * @param eventTime what time it is in the messages
   * @param clock the wall clock
   */
  public SenderEndpoints(
      PipelineState state,
      SenderDirectory directory,
      SenderLogs logs,
      CampaignMembers members,
      InstantSource eventTime,
      InstantSource clock,
      Gate gate) {
    this.directory = directory;
    this.state = state;
    this.top = new TopTable(logs.top(), directory, clock);
    this.timeline = new Timeline(logs.warnings(), logs.complaints(), logs.anomalies());
    this.anomalies = logs.anomalies();
    this.members = members;
    this.eventTime = eventTime;
    this.gate = gate;
  }

  /** The topics that tell of senders. */
  public record SenderLogs(
      TopicLog<String, TopSenders> top,
      TopicLog<SenderId, Warning> warnings,
      TopicLog<SenderId, Complaint> complaints,
      TopicLog<String, SenderAnomaly> anomalies) {}

  @Override
  public void addTo(Routes routes) {
    routes.get("/senders/top", Permission.READ, this::top);
    routes.get("/senders/{sender}", Permission.READ, this::one);
    routes.get("/senders/{sender}/timeline", Permission.READ, this::timeline);
    routes.post(SenderDirectory.PATH, Permission.INSTANCE, directory::answer);
  }

  private void top(Context ctx) {
    TopQuery query = TopQuery.of(ctx);
    Paging paging = Paging.of(ctx);
    List<TopRow> rows = query.of(top.get());
    Json.write(
        ctx,
        Paging.list(paging.part(rows).stream().map(TopRow::json).toList(), paging.behind(rows)));
  }

  private void one(Context ctx) {
    SenderId sender = sender(ctx);
    Windows windows = Windows.daysUpTo(eventTime.instant());
    SenderFacts.Known known = known(sender, windows);
    SenderReputation reputation = known.reputation();
    ObjectNode json = Json.object();
    json.put("sender", sender.value())
        .put("kind", reputation.getKind().name())
        .put("region", TopTable.region(sender).orElse(null));
    json.set("reputation", RecordJson.of(reputation));
    json.set("reasons", Reasons.of(reputation, state.reputation(), eventTime.instant()));
    json.set(
        "marks",
        Counts.json(Counts.byCategory(known.days(), ComplaintStats::getComplaintsByCategory)));
    json.set(
        "warningsByCategory",
        Counts.json(Counts.byCategory(known.days(), ComplaintStats::getWarningsByCategory)));
    json.set("complaintsByDay", Counts.days(known.days(), windows.day()));
    network(sender, json);
    ArrayNode jumps = json.putArray("anomalies");
    anomalies.recent().stream()
        .filter(entry -> entry.value().getSender().equals(sender.value()))
        .forEach(entry -> jumps.add(RecordJson.of(entry.value())));
    json.set(
        "override",
        reputation.getOverride() == null
            ? json.nullNode()
            : RecordJson.of(reputation.getOverride()));
    Json.write(ctx, json);
  }

  /** The campaigns of a sender, and who else takes part in them. */
  private void network(SenderId sender, ObjectNode json) {
    ArrayNode campaigns = json.putArray("campaigns");
    ArrayNode related = json.putArray("related");
    for (String campaign : members.campaigns(sender)) {
      campaigns.add(campaign);
      members.senders(campaign).keySet().stream()
          .filter(other -> !other.equals(sender.value()))
          .limit(MOST_RELATED)
          .forEach(other -> related.addObject().put("sender", other).put("campaign", campaign));
    }
  }

  private void timeline(Context ctx) {
    SenderId sender = sender(ctx);
    Paging paging = Paging.of(ctx);
    RecordView view = RecordView.of(ctx, gate);
    SenderReputation reputation = known(sender, Windows.NONE).reputation();
    Json.write(ctx, timeline.part(sender, reputation.getOverride(), paging, view));
  }

  private static SenderId sender(Context ctx) {
    String sender = ctx.pathParam("sender");
    if (sender.isBlank()) {
      throw ProblemException.of(HttpStatus.BAD_REQUEST, "the sender is blank");
    }
    return new SenderId(sender);
  }

  private SenderFacts.Known known(SenderId sender, Windows windows) {
    SenderFacts facts = directory.find(List.of(sender), windows).get(sender);
    if (facts instanceof SenderFacts.Known known) {
      return known;
    }
    if (facts instanceof SenderFacts.NotNow notNow) {
      throw new StateNotReadyException(notNow.reason());
    }
    throw ProblemException.of(HttpStatus.NOT_FOUND, "nothing was ever seen of this sender");
  }
}
