package io.smswarden.app.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Something that alerts are posted to, and that answers as a test wants. */
final class Receiver implements AutoCloseable {

  /** What it was sent. */
  record Post(
      String id, long timestamp, String signature, String body, Map<String, List<String>> headers) {

    String messageId() {
      try {
        return new JsonMapper().readTree(body).get("data").get("message_id").asText();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** What it answers. */
  record Answer(int status, Map<String, String> headers) {

    static Answer of(int status) {
      return new Answer(status, Map.of());
    }
  }

  /** How it comes to an answer. */
  interface Behaviour {
    Answer to(Post post) throws InterruptedException;
  }

  private final List<Post> posts = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private volatile Behaviour behaviour = post -> Answer.of(204);

  Receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/in", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:%d/in".formatted(server.getAddress().getPort()));
  }

  void answering(Behaviour other) {
    behaviour = other;
  }

  /** All that it was sent, in their order. */
  List<Post> posts() {
    return List.copyOf(posts);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Post post =
          new Post(
              exchange.getRequestHeaders().getFirst("webhook-id"),
              Long.parseLong(exchange.getRequestHeaders().getFirst("webhook-timestamp")),
              exchange.getRequestHeaders().getFirst("webhook-signature"),
              new String(exchange.getRequestBody().readAllBytes(), UTF_8),
              Map.copyOf(exchange.getRequestHeaders()));
      posts.add(post);
      Answer answer = behaviour.to(post);
      answer.headers().forEach(exchange.getResponseHeaders()::add);
      exchange.sendResponseHeaders(answer.status(), -1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    server.stop(0);
  }
}
