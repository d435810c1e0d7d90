package io.smswarden.console.campaign;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.smswarden.console.http.Endpoints;
import io.smswarden.console.http.Json;
import io.smswarden.console.http.Paging;
import io.smswarden.console.http.Permission;
import io.smswarden.console.http.ProblemException;
import io.smswarden.console.http.Query;
import io.smswarden.console.http.Routes;
import io.smswarden.console.state.PipelineState;
import io.smswarden.console.view.RecordJson;
import io.smswarden.schemas.Campaign;
import io.smswarden.schemas.CampaignState;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Campaigns that go on. Their samples are masked by the pipeline already. */
public final class CampaignEndpoints implements Endpoints {

  private final PipelineState state;
  private final CampaignMembers members;

  /** Campaigns of a pipeline. */
  public CampaignEndpoints(PipelineState state, CampaignMembers members) {
    this.state = state;
    this.members = members;
  }

  @Override
  public void addTo(Routes routes) {
    routes.get("/campaigns", Permission.READ, this::list);
    routes.get("/campaigns/{id}", Permission.READ, this::one);
  }

  private void list(Context ctx) {
    Optional<CampaignState> wanted = Query.constant(ctx, "state", CampaignState.class);
    Comparator<Campaign> order =
        switch (Query.word(ctx, "sort", "messages", "senders", "lastSeen").orElse("lastSeen")) {
          case "messages" -> Comparator.comparingLong(Campaign::getMessages);
          case "senders" -> Comparator.comparingLong(Campaign::getSenders);
          default -> Comparator.comparing(Campaign::getLastSeen);
        };
    Paging paging = Paging.of(ctx);
    List<Campaign> found =
        state.campaigns().stream()
            .filter(campaign -> wanted.map(it -> it == campaign.getState()).orElse(true))
            .sorted(order.reversed().thenComparing(Campaign::getId))
            .toList();
    Json.write(
        ctx,
        Paging.list(
            paging.part(found).stream().map(RecordJson::of).toList(), paging.behind(found)));
  }

  private void one(Context ctx) {
    String id = ctx.pathParam("id");
    Campaign campaign =
        state.campaigns().stream()
            .filter(it -> it.getId().equals(id))
            .findFirst()
            .orElseThrow(
                () ->
                    ProblemException.of(
                        HttpStatus.NOT_FOUND, "no such campaign; it may have ended"));
    ObjectNode json = RecordJson.of(campaign);
    json.put("senderCount", campaign.getSenders());
    ArrayNode senders = json.putArray("senders");
    members
        .senders(id)
        .forEach(
            (sender, messages) ->
                senders.addObject().put("sender", sender).put("messages", messages));
    Json.write(ctx, json);
  }
}
