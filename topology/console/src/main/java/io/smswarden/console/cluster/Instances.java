package io.smswarden.console.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smswarden.console.http.Routes;
import io.smswarden.streams.StateNotReadyException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.streams.state.HostInfo;

/** Asks other instances for what they have. */
public final class Instances {

  private static final Duration TIMEOUT = Duration.ofSeconds(2);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Optional<InstanceSignature> signature;
  private final boolean tls;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

  /**
   * Asks with a signature.
   *
   * @param signature empty when there are no other instances
   * @param tls whether they listen with TLS
   */
  public Instances(Optional<InstanceSignature> signature, boolean tls) {
    this.signature = signature;
    this.tls = tls;
  }

  /**
   * What an instance answers to a POST, or fails with a {@link StateNotReadyException}.
   *
   * @param path below {@link Routes#API}
   */
  public CompletableFuture<JsonNode> ask(HostInfo instance, String path, JsonNode question) {
    byte[] body = question.toString().getBytes(UTF_8);
    String whole = Routes.API + path;
    URI there =
        URI.create(
            "%s://%s:%d%s"
                .formatted(tls ? "https" : "http", instance.host(), instance.port(), whole));
    HttpRequest request =
        HttpRequest.newBuilder(there)
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .header(
                InstanceSignature.HEADER,
                signature.map(it -> it.sign("POST", whole, body)).orElse("none"))
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    return client
        .sendAsync(request, BodyHandlers.ofString())
        .handle((response, error) -> error == null ? answer(response) : gone());
  }

  private static JsonNode answer(HttpResponse<String> response) {
    if (response.statusCode() == 200) {
      try {
        return JSON.readTree(response.body());
      } catch (JsonProcessingException e) {
        return gone();
      }
    }
    return gone();
  }

  private static JsonNode gone() {
    throw new StateNotReadyException("another instance does not answer for what it has");
  }

  /**
   * What was asked for.
   *
   * @throws StateNotReadyException when it could not be told
   */
  public static <T> T get(CompletableFuture<T> answer) {
    try {
      return answer.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof StateNotReadyException notReady
          ? notReady
          : new IllegalStateException(e.getCause());
    }
  }
}
