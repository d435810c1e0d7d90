package io.smswarden.console.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Sends requests as a browser or a program does, with the cookie it was given. */
public final class Browser {

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI server;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private String cookie = "";

  /** One that has no cookie. */
  public Browser(URI server) {
    this.server = server;
  }

  /** Sends a header with all requests from now on. */
  public Browser header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /** Sends a cookie of another browser from now on. */
  public Browser cookie(String value) {
    cookie = value;
    return this;
  }

  /** The cookie that it has. */
  public String cookie() {
    return cookie;
  }

  /** Signs in, and sends the CSRF token from now on. */
  public HttpResponse<String> signIn(String user, String password) {
    HttpResponse<String> response =
        send(
            "POST",
            "/api/v1/session",
            "{\"user\":\"%s\",\"password\":\"%s\"}".formatted(user, password));
    if (response.statusCode() == 200) {
      header("X-CSRF-Token", json(response).path("csrf").asText());
    }
    return response;
  }

  /** Gets a path. */
  public HttpResponse<String> get(String path) {
    return send("GET", path, "");
  }

  /** Sends a request; with a body it is JSON. */
  public HttpResponse<String> send(String method, String path, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server + path))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!body.isEmpty() && !headers.containsKey("Content-Type")) {
      request.header("Content-Type", "application/json");
    }
    headers.forEach(request::header);
    if (!cookie.isEmpty()) {
      request.header("Cookie", cookie);
    }
    try {
      HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
      setCookie(response).ifPresent(value -> cookie = value.split(";", 2)[0]);
      return response;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The cookie that a response sets, with its attributes. */
  public static Optional<String> setCookie(HttpResponse<?> response) {
    return response.headers().allValues("Set-Cookie").stream()
        .filter(value -> value.startsWith("smswarden="))
        .reduce((first, last) -> last);
  }

  /** A response's JSON. */
  public static JsonNode json(HttpResponse<String> response) {
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
