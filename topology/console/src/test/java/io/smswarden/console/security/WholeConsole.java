package io.smswarden.console.security;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.smswarden.console.Console;
import io.smswarden.console.access.Access;
import io.smswarden.console.access.AccessSettings;
import io.smswarden.console.access.Account;
import io.smswarden.console.access.Accounts;
import io.smswarden.console.access.AccountsFile;
import io.smswarden.console.access.Front;
import io.smswarden.console.access.NewKey;
import io.smswarden.console.access.OidcSettings;
import io.smswarden.console.access.Passwords;
import io.smswarden.console.campaign.CampaignEndpoints;
import io.smswarden.console.campaign.CampaignMembers;
import io.smswarden.console.cluster.Instances;
import io.smswarden.console.complaint.ComplaintEndpoints;
import io.smswarden.console.deadletter.DeadLetterEndpoints;
import io.smswarden.console.deadletter.Replays;
import io.smswarden.console.evidence.EvidenceEndpoints;
import io.smswarden.console.evidence.EvidenceSource;
import io.smswarden.console.feed.FeedEndpoints;
import io.smswarden.console.feed.TopicFollower;
import io.smswarden.console.feed.TopicLog;
import io.smswarden.console.health.HealthEndpoints;
import io.smswarden.console.http.Caller;
import io.smswarden.console.http.Endpoints;
import io.smswarden.console.http.Gate;
import io.smswarden.console.http.Role;
import io.smswarden.console.http.Routes.Route;
import io.smswarden.console.openapi.OpenApiEndpoints;
import io.smswarden.console.override.OverrideEndpoints;
import io.smswarden.console.preferences.PreferenceEndpoints;
import io.smswarden.console.rules.RuleEndpoints;
import io.smswarden.console.scoring.ScoringEndpoints;
import io.smswarden.console.sender.SenderDirectory;
import io.smswarden.console.sender.SenderEndpoints;
import io.smswarden.console.statistics.StatisticsEndpoints;
import io.smswarden.console.statistics.Traffic;
import io.smswarden.console.warning.WarningEndpoints;
import io.smswarden.filter.SenderId;
import io.smswarden.schemas.Complaint;
import io.smswarden.schemas.DeadLetter;
import io.smswarden.schemas.SenderAnomaly;
import io.smswarden.schemas.SubscriberAlert;
import io.smswarden.schemas.TopSenders;
import io.smswarden.schemas.Warning;
import io.smswarden.streams.StateNotReadyException;
import io.smswarden.streams.TopicSerdes;
import io.smswarden.streams.Topics;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A console with all its routes, over topics in memory and a pipeline that only judges. */
public final class WholeConsole implements AutoCloseable {

  /** What all accounts have as their password. */
  public static final String PASSWORD = "correct horse battery";

  /** The header that stands for another instance's signature. */
  static final String INSTANCE = "Test-Instance";

  private static final String CN = "CN";
  private static final String HASH = new Passwords().hash(PASSWORD);

  public final Cluster cluster = new Cluster();
  public final List<DeadLetter> replayed = new ArrayList<>();
  private final TestClock clock = new TestClock();
  private final AccountsFile accounts;
  private final Map<Role, String> keys = new EnumMap<>(Role.class);
  private final Javalin server;
  private final TopicFollower follower;
  private List<Route> routes = List.of();

  /** A clock that stands until it is moved. */
  private static final class TestClock implements InstantSource {
    private volatile Instant now = Instant.parse("2026-11-25T08:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }
  }

  /** With an account of each role that people have, called as the role in small letters. */
  public WholeConsole(Path directory) {
    this(
        directory, new Front(java.util.Set.of(), Optional.empty(), false, false), Optional.empty());
  }

  /** The same behind another front. */
  public WholeConsole(Path directory, Front front, Optional<OidcSettings> oidc) {
    this(directory, 0, front, oidc);
  }

  /** The same at a port. */
  WholeConsole(Path directory, int port, Front front, Optional<OidcSettings> oidc) {
    accounts = AccountsFile.of(directory.resolve("accounts.yaml"));
    accounts.change(all -> populated());
    Access access =
        new Access(
            new AccessSettings(front, Duration.ofMinutes(30), Duration.ofHours(12), oidc),
            accounts,
            cluster,
            cluster.audit,
            clock);
    follower =
        new TopicFollower(Map.of("bootstrap.servers", "127.0.0.1:1"), TopicSerdes.embedded());
    List<Endpoints> features = new ArrayList<>(writing(access.gate()));
    features.add(access);
    features.addAll(reading(access.gate()));
    Console console = new Console(withInstances(access.gate()), features);
    server =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  routes = console.addTo(config);
                })
            .start("127.0.0.1", port);
  }

  private Accounts populated() {
    Accounts all = Accounts.NONE;
    for (Role role : List.of(Role.VIEWER, Role.AGENT, Role.ANALYST, Role.ADMIN)) {
      all = all.with(new Account(name(role), role, HASH));
    }
    for (Role role : Role.values()) {
      if (role.given()) {
        NewKey key = key("key-" + name(role), role, Optional.empty(), Optional.empty());
        keys.put(role, key.text());
        all = all.with(key.key());
      }
    }
    return all;
  }

  private NewKey key(
      String name, Role role, Optional<String> subscriber, Optional<Instant> expiresAt) {
    return NewKey.of(name, role, subscriber, expiresAt, clock.instant(), new SecureRandom());
  }

  private static String name(Role role) {
    return role.name().toLowerCase(java.util.Locale.ROOT);
  }

  private List<Endpoints> writing(Gate gate) {
    return List.of(
        new ComplaintEndpoints(cluster.reports, cluster.replies, cluster, gate, clock, CN),
        new PreferenceEndpoints(cluster.preferences, cluster.alerts, cluster, gate, clock, CN),
        new OverrideEndpoints(cluster, gate, clock, CN),
        new RuleEndpoints(
            new JudgingState(),
            cluster.rules,
            cluster.events,
            List::of,
            cluster,
            gate,
            clock,
            clock),
        new EvidenceEndpoints(WholeConsole::evidence, gate),
        new DeadLetterEndpoints(
            cluster.deadLetters,
            new Replays() {
              @Override
              public void replay(List<DeadLetter> letters) {
                replayed.addAll(letters);
              }

              @Override
              public Map<Integer, Long> replayedUpTo() {
                return Map.of(0, 1L);
              }
            },
            gate));
  }

  private static Optional<EvidenceSource.Export> evidence(
      EvidenceSource.By by, String value, String author) {
    return value.equals("10690000000001")
        ? Optional.of(
            new EvidenceSource.Export(
                1,
                true,
                out -> out.write("PK, by ".concat(author).getBytes(StandardCharsets.UTF_8))))
        : Optional.empty();
  }

  /** Those that read what runs; nothing does. */
  private List<Endpoints> reading(Gate gate) {
    TopicLog<SenderId, Warning> warnings = follower.follow(Topics.WARNINGS, 10);
    TopicLog<SenderId, Complaint> complaints = follower.follow(Topics.COMPLAINTS, 10);
    TopicLog<?, SubscriberAlert> alerts = follower.follow(Topics.ALERTS, 10);
    TopicLog<String, SenderAnomaly> anomalies = follower.follow(Topics.ANOMALIES, 10);
    TopicLog<String, TopSenders> top = follower.follow(Topics.TOP_SENDERS, 1);
    Instances instances = new Instances(Optional.empty(), false);
    JudgingState state = new JudgingState();
    SenderDirectory senders = new SenderDirectory(state, instances);
    CampaignMembers members = new CampaignMembers(warnings, clock);
    return List.of(
        new FeedEndpoints(warnings, alerts, gate, 1),
        new WarningEndpoints(warnings, gate),
        new SenderEndpoints(
            state,
            senders,
            new SenderEndpoints.SenderLogs(top, warnings, complaints, anomalies),
            members,
            clock,
            clock,
            gate),
        new CampaignEndpoints(state, members),
        new OpenApiEndpoints(),
        new StatisticsEndpoints(
            state,
            instances,
            new Traffic(clock),
            new StatisticsEndpoints.StatisticsLogs(warnings, complaints, alerts, anomalies),
            clock,
            clock),
        new ScoringEndpoints(state, senders, clock),
        new HealthEndpoints(
            () -> {
              throw new StateNotReadyException("nothing runs");
            }));
  }

  private static Gate withInstances(Gate people) {
    return new Gate() {
      @Override
      public Optional<Caller> caller(Context request) {
        return request.header(INSTANCE) == null
            ? people.caller(request)
            : Optional.of(new Caller("instance", Role.INSTANCE, Optional.empty()));
      }

      @Override
      public void meet(Context request) {
        people.meet(request);
      }

      @Override
      public void audit(Caller caller, String action, String subject, String detail) {
        people.audit(caller, action, subject, detail);
      }
    };
  }

  /** Who may come in. */
  public AccountsFile accounts() {
    return accounts;
  }

  /** A key that is good for one subscriber. */
  public String keyOf(String subscriber) {
    NewKey key = key("app-of-one", Role.APP, Optional.of(subscriber), Optional.empty());
    accounts.change(all -> all.with(key.key()));
    return key.text();
  }

  /** A key that is good until a time. */
  public String keyUntil(Instant time) {
    NewKey key = key("for-a-while", Role.VIEWER, Optional.empty(), Optional.of(time));
    accounts.change(all -> all.with(key.key()));
    return key.text();
  }

  /** What time it is. */
  public Instant now() {
    return clock.instant();
  }

  /** Lets time pass. */
  public void pass(Duration time) {
    clock.now = clock.now.plus(time);
  }

  /** All its routes. */
  public List<Route> routes() {
    return routes;
  }

  /** Where it listens. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  /** A browser that is not signed in. */
  public Browser browser() {
    return new Browser(uri());
  }

  /** A browser of somebody who has signed in. */
  public Browser browser(Role role) {
    Browser browser = browser();
    int status = browser.signIn(name(role), PASSWORD).statusCode();
    if (status != 200) {
      throw new IllegalStateException("can't sign in: " + status);
    }
    return browser;
  }

  /** A program with a key of a role. */
  public Browser program(Role role) {
    return browser().header("Authorization", "Bearer " + keys.get(role));
  }

  @Override
  public void close() {
    server.stop();
  }
}
