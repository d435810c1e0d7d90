package io.smswarden.console.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.smswarden.console.cluster.Instances;
import io.smswarden.console.cluster.Packed;
import io.smswarden.console.http.Json;
import io.smswarden.console.state.PipelineState;
import io.smswarden.filter.SenderId;
import io.smswarden.schemas.ComplaintStats;
import io.smswarden.schemas.StatsDimension;
import io.smswarden.schemas.WindowSize;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.streams.state.HostInfo;

/** Counts of all instances: each has those of some subjects. */
final class StatisticsDirectory {

  /** Where instances ask each other for counts. */
  static final String PATH = "/instance/statistics";

  /** Where instances ask each other what they have done. */
  static final String TRAFFIC = "/instance/traffic";

  private final PipelineState state;
  private final Instances instances;
  private final Traffic traffic;
  private final Packed<ComplaintStats> counts = new Packed<>(ComplaintStats.class);

  StatisticsDirectory(PipelineState state, Instances instances, Traffic traffic) {
    this.state = state;
    this.instances = instances;
    this.traffic = traffic;
  }

  /**
   * Which counts are wanted.
   *
   * @param subject empty for those of all subjects but senders
   */
  record Wanted(Optional<Subject> subject, WindowSize size, Instant from, Instant to) {

    ObjectNode json() {
      ObjectNode json =
          Json.object()
              .put("size", size.name())
              .put("from", from.toEpochMilli())
              .put("to", to.toEpochMilli());
      subject.ifPresent(
          one -> json.put("dimension", one.dimension().name()).put("name", one.name()));
      return json;
    }

    static Wanted read(JsonNode json) {
      return new Wanted(
          json.has("name")
              ? Optional.of(
                  new Subject(
                      StatsDimension.valueOf(json.path("dimension").asText()),
                      json.path("name").asText()))
              : Optional.empty(),
          WindowSize.valueOf(json.path("size").asText()),
          Instant.ofEpochMilli(json.path("from").asLong()),
          Instant.ofEpochMilli(json.path("to").asLong()));
    }
  }

  /** What is counted by. */
  record Subject(StatsDimension dimension, String name) {}

  /** The counts, of all instances. */
  List<ComplaintStats> find(Wanted wanted) {
    List<CompletableFuture<JsonNode>> asked = new ArrayList<>();
    for (HostInfo other : state.others()) {
      asked.add(instances.ask(other, PATH, wanted.json()));
    }
    List<ComplaintStats> found = new ArrayList<>(here(wanted));
    asked.forEach(answer -> found.addAll(counts.unpackAll(Instances.get(answer).path("counts"))));
    return found;
  }

  /** What all instances have done. */
  TrafficFigures traffic() {
    List<CompletableFuture<JsonNode>> asked = new ArrayList<>();
    for (HostInfo other : state.others()) {
      asked.add(instances.ask(other, TRAFFIC, Json.object()));
    }
    TrafficFigures sum = traffic.now();
    for (CompletableFuture<JsonNode> answer : asked) {
      sum = sum.and(TrafficFigures.read(Instances.get(answer)));
    }
    return sum;
  }

  private List<ComplaintStats> here(Wanted wanted) {
    if (wanted.subject().isEmpty()) {
      return state.ofSubjects(wanted.size(), wanted.from(), wanted.to());
    }
    Subject subject = wanted.subject().get();
    return subject.dimension() == StatsDimension.SENDER
        ? state.ofSender(new SenderId(subject.name()), wanted.size(), wanted.from(), wanted.to())
        : state.ofSubject(
            subject.dimension(), subject.name(), wanted.size(), wanted.from(), wanted.to());
  }

  /** Answers another instance for counts. */
  void answer(Context ctx) {
    ObjectNode json = Json.object();
    json.set("counts", counts.packAll(here(Wanted.read(Json.read(ctx)))));
    Json.write(ctx, json);
  }

  /** Answers another instance for what was done here. */
  void answerTraffic(Context ctx) {
    Json.write(ctx, traffic.now().json());
  }
}
