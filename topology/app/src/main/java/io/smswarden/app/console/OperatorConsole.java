package io.smswarden.app.console;

import io.javalin.config.JavalinConfig;
import io.smswarden.app.config.Configuration;
import io.smswarden.app.exit.UserError;
import io.smswarden.console.Console;
import io.smswarden.console.campaign.CampaignEndpoints;
import io.smswarden.console.campaign.CampaignMembers;
import io.smswarden.console.cluster.InstanceGate;
import io.smswarden.console.cluster.InstanceSignature;
import io.smswarden.console.cluster.Instances;
import io.smswarden.console.feed.EventClock;
import io.smswarden.console.feed.FeedEndpoints;
import io.smswarden.console.feed.TopicFollower;
import io.smswarden.console.feed.TopicLog;
import io.smswarden.console.health.HealthEndpoints;
import io.smswarden.console.health.PipelineHealth;
import io.smswarden.console.http.Endpoints;
import io.smswarden.console.http.Gate;
import io.smswarden.console.openapi.OpenApiEndpoints;
import io.smswarden.console.pages.Pages;
import io.smswarden.console.rules.RuleHits;
import io.smswarden.console.scoring.ScoringEndpoints;
import io.smswarden.console.sender.SenderDirectory;
import io.smswarden.console.sender.SenderEndpoints;
import io.smswarden.console.state.PipelineState;
import io.smswarden.console.statistics.StatisticsEndpoints;
import io.smswarden.console.statistics.Traffic;
import io.smswarden.console.warning.WarningEndpoints;
import io.smswarden.filter.SenderId;
import io.smswarden.schemas.Complaint;
import io.smswarden.schemas.SenderAnomaly;
import io.smswarden.schemas.SubscriberAlert;
import io.smswarden.schemas.TopSenders;
import io.smswarden.schemas.Warning;
import io.smswarden.streams.PipelineObserver;
import io.smswarden.streams.Topics;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The console of one process: what it follows, and its routes. It can be added to a server before
 * there are topics and a pipeline, and says so until then.
 */
public final class OperatorConsole implements AutoCloseable {

  /** Alerts are read by few at a time, and the other topics are small. */
  private static final int FEW = 1_000;

  private final TopicFollower follower;
  private final FeedEndpoints feed;
  private final Traffic traffic;
  private final StaffRoutes staff;
  private final Console console;

  /**
   * A console.
   *
   * @param state the pipeline's
   * @param hits how often rules fire
   * @throws UserError when the accounts' file can't be used
   */
  public OperatorConsole(
      Configuration configuration,
      PipelineState state,
      PipelineHealth health,
      RuleHits hits,
      InstantSource clock) {
    Optional<InstanceSignature> signature =
        configuration.console().instanceSecret().map(it -> new InstanceSignature(it, clock));
    EventClock eventTime = new EventClock(clock);
    staff = new StaffRoutes(configuration, state, hits, eventTime, clock);
    Gate gate = new InstanceGate(staff.gate(), signature);
    Instances instances = new Instances(signature, configuration.tls().isPresent());
    follower = new TopicFollower(configuration.forConsumer(), configuration.serdes());
    TopicLog<SenderId, Warning> warnings =
        eventTime.heed(follower.follow(Topics.WARNINGS, configuration.console().warnings()));
    TopicLog<SenderId, Complaint> complaints =
        eventTime.heed(follower.follow(Topics.COMPLAINTS, FEW));
    TopicLog<?, SubscriberAlert> alerts = follower.follow(Topics.ALERTS, FEW);
    TopicLog<String, SenderAnomaly> anomalies = follower.follow(Topics.ANOMALIES, FEW);
    TopicLog<String, TopSenders> top = follower.follow(Topics.TOP_SENDERS, 1);
    traffic = new Traffic(clock);
    feed = new FeedEndpoints(warnings, alerts, gate, configuration.console().readers());
    SenderDirectory senders = new SenderDirectory(state, instances);
    CampaignMembers members = new CampaignMembers(warnings, clock);
    List<Endpoints> features = new ArrayList<>();
    features.add(feed);
    features.add(new WarningEndpoints(warnings, gate));
    features.add(
        new SenderEndpoints(
            state,
            senders,
            new SenderEndpoints.SenderLogs(top, warnings, complaints, anomalies),
            members,
            eventTime,
            clock,
            gate));
    features.add(new CampaignEndpoints(state, members));
    features.add(
        new StatisticsEndpoints(
            state,
            instances,
            traffic,
            new StatisticsEndpoints.StatisticsLogs(warnings, complaints, alerts, anomalies),
            eventTime,
            clock));
    features.add(new ScoringEndpoints(state, senders, clock));
    features.add(new HealthEndpoints(health));
    features.addAll(staff.routes());
    features.add(new OpenApiEndpoints());
    features.add(new Pages());
    console = new Console(gate, features);
  }

  /** Adds the routes to a server that has not started. */
  public void addTo(JavalinConfig config) {
    console.addTo(config);
  }

  /** To be told what the pipeline does. */
  public PipelineObserver observer() {
    return traffic;
  }

  /** Begins to follow the topics, which must exist. */
  public void follow() {
    follower.start();
  }

  @Override
  public void close() {
    feed.close();
    follower.close();
    staff.close();
  }
}
