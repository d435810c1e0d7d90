package io.smswarden.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.config.JavalinConfig;
import io.smswarden.app.exit.ExitCode;
import io.smswarden.app.exit.UserError;
import io.smswarden.app.metrics.Metrics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.KafkaStreams.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpServerTest {

  private final AtomicReference<State> state = new AtomicReference<>(State.CREATED);
  private final Metrics metrics = new Metrics(InstantSource.fixed(Instant.EPOCH));
  private final HttpServer server =
      HttpServer.start(
          "127.0.0.1",
          0,
          Optional.empty(),
          metrics,
          new Health(state::get),
          HttpServerTest::routes);

  @AfterEach
  void close() {
    server.close();
    metrics.close();
  }

  @ParameterizedTest
  @CsvSource({
    "CREATED,          200, 503, waiting for the cluster",
    "REBALANCING,      200, 503, restored",
    "RUNNING,          200, 200, ready",
    "PENDING_SHUTDOWN, 200, 503, stopping",
    "NOT_RUNNING,      503, 503, stopped",
    "PENDING_ERROR,    503, 503, failed",
    "ERROR,            503, 503, failed",
  })
  void healthFollowsThePipeline(State now, int live, int ready, String reason) throws Exception {
    state.set(now);
    assertThat(get("/health/live").statusCode()).isEqualTo(live);
    HttpResponse<String> answer = get("/health/ready");
    assertThat(answer.statusCode()).isEqualTo(ready);
    assertThat(answer.headers().firstValue("content-type")).contains("application/json");
    assertThat(answer.body()).startsWith("{\"").contains("status").contains(reason);
  }

  @Test
  void metricsAreServedAsPrometheusReadsThem() throws Exception {
    HttpResponse<String> answer = get("/metrics");
    assertThat(answer.headers().firstValue("content-type").orElseThrow())
        .startsWith("text/plain")
        .contains("version=0.0.4");
    assertThat(answer.body()).contains("smswarden_messages_total 0.0");
  }

  @Test
  void routesAreAdded() throws Exception {
    assertThat(get("/added").body()).isEqualTo("here");
  }

  @Test
  void anythingElseIsNotFound() throws Exception {
    assertThat(get("/").statusCode()).isEqualTo(404);
  }

  @Test
  void aPortInUseIsAUsersError() {
    assertThatThrownBy(
            () ->
                HttpServer.start(
                    "127.0.0.1",
                    server.port(),
                    Optional.empty(),
                    metrics,
                    new Health(state::get),
                    HttpServerTest::routes))
        .isInstanceOfSatisfying(
            UserError.class, error -> assertThat(error.exitCode()).isEqualTo(ExitCode.WRONG_USE))
        .hasMessageContaining("127.0.0.1:" + server.port())
        .hasMessageContaining("smswarden.http.port");
  }

  private static void routes(JavalinConfig config) {
    config.routes.get("/added", ctx -> ctx.result("here"));
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }
}
