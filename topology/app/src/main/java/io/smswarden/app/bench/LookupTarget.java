package io.smswarden.app.bench;

import io.smswarden.app.config.Configuration;
import io.smswarden.app.config.Settings;
import io.smswarden.app.console.OperatorConsole;
import io.smswarden.app.http.Health;
import io.smswarden.app.http.HttpServer;
import io.smswarden.app.metrics.Metrics;
import io.smswarden.app.run.Pipeline;
import io.smswarden.app.run.RunningHealth;
import io.smswarden.app.run.RunningState;
import io.smswarden.app.topics.TopicPlan;
import io.smswarden.console.access.AccountsFile;
import io.smswarden.console.access.NewKey;
import io.smswarden.console.http.Role;
import io.smswarden.console.http.Routes;
import io.smswarden.filter.Filter;
import io.smswarden.streams.PipelineObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;

/** A pipeline that knows many senders, with its console. */
final class LookupTarget implements AutoCloseable {

  private static final Duration TOPICS_WITHIN = Duration.ofMinutes(1);
  private static final int LAST = 200;

  private final Configuration configuration;
  private final InstantSource clock = InstantSource.system();
  private final Metrics metrics = new Metrics(clock);
  private final Pipeline pipeline;
  private final String key;
  private final Served served;

  private LookupTarget(Configuration configuration, String key, int senders) {
    this.configuration = configuration;
    this.key = key;
    this.pipeline =
        Pipeline.start(configuration, Filter.standard(), metrics, PipelineObserver.NONE, clock);
    pipeline.running().join();
    new KnownSenders(configuration).sendFraud();
    this.served = new Served();
    awaitList(served);
    awaitLastSenders(senders);
  }

  /** A console that listens. */
  private final class Served implements AutoCloseable {
    private final RunningHealth health =
        new RunningHealth(
            () -> Optional.of(pipeline),
            configuration.self(),
            configuration.applicationId(),
            configuration.forAdmin(),
            clock);
    private final OperatorConsole console =
        new OperatorConsole(
            configuration,
            new RunningState(
                () -> Optional.of(pipeline),
                configuration.self(),
                configuration.pipeline().reputation()),
            health,
            metrics,
            clock);
    private final HttpServer http =
        HttpServer.start(
            configuration.httpHost(),
            0,
            Optional.empty(),
            metrics,
            new Health(pipeline::state),
            console::addTo);

    private Served() {
      console.follow();
    }

    @Override
    public void close() {
      http.close();
      console.close();
      health.close();
    }
  }

  /** Fills the topics, and starts a pipeline that reads them. */
  static LookupTarget start(String bootstrapServers, Path directory, int senders) {
    String origin = "bench";
    Path accounts = directory.resolve("accounts.yaml");
    Configuration configuration =
        Settings.forCluster(bootstrapServers)
            .with("smswarden.state-dir", directory.resolve("state").toString(), origin)
            .with("smswarden.console.accounts-file", accounts.toString(), origin)
            // As in production: an instance that knows its address asks the sender's partition
            // only.
            .with("smswarden.http.advertised", "127.0.0.1:8080", origin)
            .with("smswarden.console.instance-secret", "0".repeat(64), origin)
            .configuration();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      TopicPlan.shipped().forOneBroker(Setup.PARTITIONS).create(admin, TOPICS_WITHIN);
    }
    new KnownSenders(configuration).write(senders);
    NewKey key =
        NewKey.of(
            "bench",
            Role.VIEWER,
            Optional.empty(),
            Optional.empty(),
            InstantSource.system().instant(),
            new SecureRandom());
    AccountsFile.of(accounts).change(all -> all.with(key.key()));
    return new LookupTarget(configuration, key.text(), senders);
  }

  /** A sender as a part of a path. */
  static String inPath(String sender) {
    return sender.replace("+", "%2B");
  }

  /** A request with the key, to be sent when its answer is read. */
  HttpURLConnection open(String path) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) uri(served, path).toURL().openConnection();
    connection.setRequestProperty("Authorization", "Bearer " + key);
    return connection;
  }

  private HttpRequest request(Served where, String path) {
    return HttpRequest.newBuilder(uri(where, path))
        .header("Authorization", "Bearer " + key)
        .build();
  }

  private URI uri(Served where, String path) {
    return URI.create(
        "http://%s:%d%s%s"
            .formatted(configuration.httpHost(), where.http.port(), Routes.API, path));
  }

  /** How long a console that knows nothing takes from its start to the list of suspicious ones. */
  double millisUntilListed() {
    long begin = System.nanoTime();
    try (Served cold = new Served()) {
      awaitList(cold);
      return (System.nanoTime() - begin) / 1e6;
    }
  }

  /** Those written last are known last; among so many there are some of each partition. */
  private void awaitLastSenders(int senders) {
    HttpClient client = HttpClient.newHttpClient();
    for (int number = Math.max(0, senders - LAST); number < senders; number++) {
      HttpRequest last = request(served, "/senders/" + inPath(KnownSenders.sender(number)));
      Waiting.until("the last senders", () -> answer(client, last).statusCode() == 200);
    }
  }

  private void awaitList(Served where) {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest list = request(where, "/senders/top?limit=" + KnownSenders.SUSPICIOUS);
    Waiting.until(
        "the list of suspicious senders",
        () -> {
          HttpResponse<String> answer = answer(client, list);
          return answer.statusCode() == 200 && answer.body().contains("\"suspicion\"");
        });
  }

  private static HttpResponse<String> answer(HttpClient client, HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    served.close();
    pipeline.close();
    metrics.close();
  }
}
