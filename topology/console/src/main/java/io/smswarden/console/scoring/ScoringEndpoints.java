package io.smswarden.console.scoring;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.smswarden.console.http.Endpoints;
import io.smswarden.console.http.Json;
import io.smswarden.console.http.Permission;
import io.smswarden.console.http.ProblemException;
import io.smswarden.console.http.Routes;
import io.smswarden.console.sender.SenderDirectory;
import io.smswarden.console.sender.SenderFacts;
import io.smswarden.console.state.PipelineState;
import io.smswarden.console.view.VerdictJson;
import io.smswarden.filter.Judge;
import io.smswarden.filter.Message;
import io.smswarden.filter.SenderId;
import io.smswarden.filter.SenderStanding;
import io.smswarden.filter.behaviour.Behaviour;
import io.smswarden.schemas.SenderReputation;
import io.smswarden.streams.Standings;
import io.smswarden.streams.StateNotReadyException;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Scores texts as the pipeline would now: by the rules in force and with what is known of their
 * senders. Nothing of it is kept, and nobody is warned.
 */
public final class ScoringEndpoints implements Endpoints {

  private static final int MOST = 100;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final PipelineState state;
  private final SenderDirectory senders;
  private final InstantSource clock;

  /**
   * Scores with a pipeline.
   *
   * @param clock tells when a message was sent that does not say it
   */
  public ScoringEndpoints(PipelineState state, SenderDirectory senders, InstantSource clock) {
    this.state = state;
    this.senders = senders;
    this.clock = clock;
  }

  @Override
  public void addTo(Routes routes) {
    routes.post("/score", Permission.SCORE, this::score);
  }

  private void score(Context ctx) throws IOException {
    ObjectNode body = Json.read(ctx);
    boolean batch = body.has("messages");
    List<ScoreRequest> requests =
        batch ? batch(body.get("messages")) : List.of(ScoreRequest.of(body));
    Judge judge = state.judge();
    Map<SenderId, SenderFacts> facts =
        senders.find(
            requests.stream()
                .map(ScoreRequest::sender)
                .flatMap(Optional::stream)
                .distinct()
                .toList());
    StringWriter answer = new StringWriter();
    try (JsonGenerator json = MAPPER.createGenerator(answer)) {
      if (batch) {
        json.writeStartObject();
        json.writeArrayFieldStart("results");
      }
      for (ScoreRequest request : requests) {
        write(
            request,
            judge,
            request.sender().flatMap(sender -> reputation(facts.get(sender))),
            json);
      }
      if (batch) {
        json.writeEndArray();
        json.writeEndObject();
      }
    }
    ctx.contentType("application/json; charset=utf-8").result(answer.toString());
  }

  private static List<ScoreRequest> batch(JsonNode messages) {
    if (!messages.isArray() || messages.isEmpty() || messages.size() > MOST) {
      throw ProblemException.of(
          HttpStatus.UNPROCESSABLE_CONTENT, "messages must be 1 to %d messages".formatted(MOST));
    }
    List<ScoreRequest> requests = new ArrayList<>();
    messages.forEach(message -> requests.add(ScoreRequest.of(message)));
    return requests;
  }

  private static Optional<SenderReputation> reputation(SenderFacts facts) {
    if (facts instanceof SenderFacts.NotNow notNow) {
      throw new StateNotReadyException(notNow.reason());
    }
    return facts instanceof SenderFacts.Known known
        ? Optional.of(known.reputation())
        : Optional.empty();
  }

  private void write(
      ScoreRequest request, Judge judge, Optional<SenderReputation> reputation, JsonGenerator json)
      throws IOException {
    Instant at = request.at().orElseGet(clock::instant);
    SenderStanding standing =
        new Standings(state.reputation()).of(reputation.orElse(null), Behaviour.UNKNOWN, at);
    json.writeStartObject();
    VerdictJson.writeFields(
        judge.judge(new Message(request.sender(), request.text(), standing, Optional.of(at))),
        json);
    if (request.sender().isPresent()) {
      json.writeObjectFieldStart("sender");
      json.writeStringField("sender", request.sender().get().value());
      json.writeBooleanField("known", reputation.isPresent());
      json.writeNumberField("suspicion", standing.estimate().mean());
      json.writeNumberField("suspicionLower", standing.estimate().lower());
      json.writeNumberField("suspicionUpper", standing.estimate().upper());
      json.writeStringField("organisation", standing.organisation().orElse(null));
      json.writeBooleanField("verified", standing.verified());
      json.writeEndObject();
    }
    json.writeEndObject();
  }
}
