package io.smswarden.console.openapi;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.smswarden.console.Console;
import io.smswarden.console.campaign.CampaignEndpoints;
import io.smswarden.console.campaign.CampaignMembers;
import io.smswarden.console.cluster.Instances;
import io.smswarden.console.feed.FeedEndpoints;
import io.smswarden.console.feed.FilledLog;
import io.smswarden.console.health.HealthEndpoints;
import io.smswarden.console.health.PipelineHealth;
import io.smswarden.console.http.Caller;
import io.smswarden.console.http.Gate;
import io.smswarden.console.http.Role;
import io.smswarden.console.scoring.ScoringEndpoints;
import io.smswarden.console.sender.SenderDirectory;
import io.smswarden.console.sender.SenderEndpoints;
import io.smswarden.console.statistics.StatisticsEndpoints;
import io.smswarden.console.statistics.Traffic;
import io.smswarden.console.warning.WarningEndpoints;
import io.smswarden.filter.Msisdn;
import io.smswarden.filter.SenderId;
import io.smswarden.schemas.Complaint;
import io.smswarden.schemas.SenderAnomaly;
import io.smswarden.schemas.SubscriberAlert;
import io.smswarden.schemas.TopSenders;
import io.smswarden.schemas.Warning;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The routes that show what the pipeline does, over a pipeline that has done a little. */
final class SeenConsole implements AutoCloseable {

  private final FilledLog<SenderId, Warning> warnings = new FilledLog<>(1, 10);
  private final FilledLog<SenderId, Complaint> complaints = new FilledLog<>(1, 10);
  private final FilledLog<Msisdn, SubscriberAlert> alerts = new FilledLog<>(1, 10);
  private final FilledLog<String, SenderAnomaly> anomalies = new FilledLog<>(1, 10);
  private final FilledLog<String, TopSenders> top = new FilledLog<>(1, 10);
  private final FeedEndpoints feed;
  private final Javalin server;

  /** Takes everybody for what a header says. */
  private static final class RoleGate implements Gate {
    @Override
    public Optional<Caller> caller(Context request) {
      return Optional.of(
          new Caller("somebody", Role.valueOf(request.header("Role")), Optional.empty()));
    }

    @Override
    public void meet(Context request) {}

    @Override
    public void audit(Caller caller, String action, String subject, String detail) {}
  }

  SeenConsole() {
    Seen.fill(warnings, complaints, alerts, anomalies, top);
    InstantSource clock = InstantSource.fixed(Seen.NOON);
    SeenState state = new SeenState();
    Gate gate = new RoleGate();
    Instances instances = new Instances(Optional.empty(), false);
    SenderDirectory senders = new SenderDirectory(state, instances);
    CampaignMembers members = new CampaignMembers(warnings.log(), clock);
    feed = new FeedEndpoints(warnings.log(), alerts.log(), gate, 4);
    Console console =
        new Console(
            gate,
            List.of(
                feed,
                new WarningEndpoints(warnings.log(), gate),
                new SenderEndpoints(
                    state,
                    senders,
                    new SenderEndpoints.SenderLogs(
                        top.log(), warnings.log(), complaints.log(), anomalies.log()),
                    members,
                    clock,
                    clock,
                    gate),
                new CampaignEndpoints(state, members),
                new StatisticsEndpoints(
                    state,
                    instances,
                    new Traffic(clock),
                    new StatisticsEndpoints.StatisticsLogs(
                        warnings.log(), complaints.log(), alerts.log(), anomalies.log()),
                    clock,
                    clock),
                new ScoringEndpoints(state, senders, clock),
                new HealthEndpoints(SeenConsole::health),
                new OpenApiEndpoints()));
    server =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  console.addTo(config);
                })
            .start("127.0.0.1", 0);
  }

  private static PipelineHealth.Report health() {
    return new PipelineHealth.Report(
        "RUNNING",
        List.of(new PipelineHealth.Instance("a", 1, true, List.of(0, 1), List.of(2), 17)),
        List.of(new PipelineHealth.Restoring("sender-history", 3, 1000)),
        "1.0",
        Duration.ofMinutes(3));
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  @Override
  public void close() {
    feed.close();
    server.stop();
  }
}
