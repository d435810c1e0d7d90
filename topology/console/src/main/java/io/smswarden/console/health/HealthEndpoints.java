package io.smswarden.console.health;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.smswarden.console.http.Endpoints;
import io.smswarden.console.http.Json;
import io.smswarden.console.http.Permission;
import io.smswarden.console.http.Routes;

/** How the pipeline does: its instances, what waits, and what is being restored. */
public final class HealthEndpoints implements Endpoints {

  private final PipelineHealth health;

  /** The health of a pipeline. */
  public HealthEndpoints(PipelineHealth health) {
    this.health = health;
  }

  @Override
  public void addTo(Routes routes) {
    routes.get("/health", Permission.READ, this::report);
  }

  private void report(Context ctx) {
    PipelineHealth.Report report = health.now();
    ObjectNode json = Json.object().put("state", report.state());
    ArrayNode instances = json.putArray("instances");
    for (PipelineHealth.Instance instance : report.instances()) {
      ObjectNode one =
          instances
              .addObject()
              .put("host", instance.host())
              .put("port", instance.port())
              .put("self", instance.self())
              .put("lag", instance.lag());
      ArrayNode partitions = one.putArray("partitions");
      instance.partitions().forEach(partitions::add);
      ArrayNode standby = one.putArray("standby");
      instance.standby().forEach(standby::add);
    }
    json.put("lagTotal", report.instances().stream().mapToLong(PipelineHealth.Instance::lag).sum());
    ArrayNode restoring = json.putArray("restoring");
    for (PipelineHealth.Restoring one : report.restoring()) {
      restoring
          .addObject()
          .put("store", one.store())
          .put("partition", one.partition())
          .put("remaining", one.remaining());
    }
    json.put("version", report.version()).put("uptimeSeconds", report.uptime().toSeconds());
    Json.write(ctx, json);
  }
}
