package io.smswarden.console.sender;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.smswarden.console.cluster.Instances;
import io.smswarden.console.cluster.Packed;
import io.smswarden.console.http.Json;
import io.smswarden.console.state.PipelineState;
import io.smswarden.filter.SenderId;
import io.smswarden.schemas.ComplaintStats;
import io.smswarden.schemas.SenderReputation;
import io.smswarden.schemas.WindowSize;
import io.smswarden.streams.SenderLookup.Answer;
import io.smswarden.streams.StateNotReadyException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.streams.state.HostInfo;

/**
 * Finds senders in the cluster's state: those that are here at once, those of another instance by
 * one question to it.
 */
public final class SenderDirectory {

  /** Where instances ask each other. */
  static final String PATH = "/instance/senders";

  private static final String MOVED = "partitions are being moved between instances";

  private final PipelineState state;
  private final Instances instances;
  private final Packed<SenderReputation> reputations = new Packed<>(SenderReputation.class);
  private final Packed<ComplaintStats> counts = new Packed<>(ComplaintStats.class);

  /** A directory. */
  public SenderDirectory(PipelineState state, Instances instances) {
    this.state = state;
    this.instances = instances;
  }

  /** Reputations of senders, without counts. */
  public Map<SenderId, SenderFacts> find(Collection<SenderId> senders) {
    return find(senders, Windows.NONE);
  }

  Map<SenderId, SenderFacts> find(Collection<SenderId> senders, Windows wanted) {
    Map<SenderId, SenderFacts> found = new HashMap<>();
    Map<HostInfo, List<SenderId>> elsewhere = new HashMap<>();
    for (SenderId sender : senders) {
      Answer answer = state.find(sender);
      if (answer instanceof Answer.Elsewhere there) {
        elsewhere.computeIfAbsent(there.instance(), host -> new ArrayList<>()).add(sender);
      } else {
        found.put(sender, here(sender, answer, wanted));
      }
    }
    List<CompletableFuture<Map<SenderId, SenderFacts>>> asked = new ArrayList<>();
    elsewhere.forEach((host, there) -> asked.add(ask(host, there, wanted)));
    asked.forEach(answer -> found.putAll(answer.join()));
    return found;
  }

  private SenderFacts here(SenderId sender, Answer answer, Windows wanted) {
    if (answer instanceof Answer.Unknown) {
      return new SenderFacts.Unknown();
    }
    if (!(answer instanceof Answer.Found known)) {
      return new SenderFacts.NotNow(
          answer instanceof Answer.NotNow notNow ? notNow.reason() : MOVED);
    }
    try {
      return new SenderFacts.Known(
          known.reputation(),
          wanted.hours()
              ? state.ofSender(sender, WindowSize.HOUR, wanted.hour(), wanted.to())
              : List.of(),
          wanted.days()
              ? state.ofSender(sender, WindowSize.DAY, wanted.day(), wanted.to())
              : List.of());
    } catch (StateNotReadyException e) {
      return new SenderFacts.NotNow(e.getMessage());
    }
  }

  private CompletableFuture<Map<SenderId, SenderFacts>> ask(
      HostInfo host, List<SenderId> senders, Windows wanted) {
    ObjectNode question = Json.object();
    wanted.write(question);
    ArrayNode names = question.putArray("senders");
    senders.forEach(sender -> names.add(sender.value()));
    return instances
        .ask(host, PATH, question)
        .handle(
            (answer, error) -> {
              Map<SenderId, SenderFacts> facts = new HashMap<>();
              for (SenderId sender : senders) {
                facts.put(
                    sender,
                    error == null
                        ? read(answer.path(sender.value()))
                        : new SenderFacts.NotNow(
                            "the instance that has this sender does not answer"));
              }
              return facts;
            });
  }

  /** Answers another instance. */
  void answer(Context ctx) {
    ObjectNode question = Json.read(ctx);
    Windows wanted = Windows.read(question);
    ObjectNode answers = Json.object();
    for (JsonNode name : question.path("senders")) {
      SenderId sender = new SenderId(name.asText());
      answers.set(sender.value(), write(here(sender, state.find(sender), wanted)));
    }
    Json.write(ctx, answers);
  }

  private ObjectNode write(SenderFacts facts) {
    ObjectNode json = Json.object();
    if (facts instanceof SenderFacts.Known known) {
      json.put("reputation", reputations.pack(known.reputation()));
      json.set("hours", counts.packAll(known.hours()));
      json.set("days", counts.packAll(known.days()));
    } else if (facts instanceof SenderFacts.NotNow notNow) {
      json.put("notNow", notNow.reason());
    }
    return json;
  }

  private SenderFacts read(JsonNode json) {
    if (json.has("reputation")) {
      return new SenderFacts.Known(
          reputations.unpack(json.path("reputation").textValue()),
          counts.unpackAll(json.path("hours")),
          counts.unpackAll(json.path("days")));
    }
    return json.isObject() && json.isEmpty()
        ? new SenderFacts.Unknown()
        : new SenderFacts.NotNow(json.path("notNow").asText(MOVED));
  }
}
