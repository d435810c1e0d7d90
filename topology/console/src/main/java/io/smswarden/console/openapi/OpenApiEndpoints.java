package io.smswarden.console.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.smswarden.console.http.Endpoints;
import io.smswarden.console.http.Permission;
import io.smswarden.console.http.Routes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The description of all routes (OpenAPI 3.1), as YAML and as JSON. */
public final class OpenApiEndpoints implements Endpoints {

  private static final String DOCUMENT = "openapi.yaml";

  private final String yaml = read();
  private final String json = json(yaml);

  @Override
  public void addTo(Routes routes) {
    routes.get(
        "/openapi.yaml",
        Permission.PUBLIC,
        ctx -> ctx.contentType("application/yaml; charset=utf-8").result(yaml));
    routes.get(
        "/openapi.json",
        Permission.PUBLIC,
        ctx -> ctx.contentType("application/json; charset=utf-8").result(json));
  }

  private static String read() {
    try (InputStream in = OpenApiEndpoints.class.getResourceAsStream(DOCUMENT)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its resource " + DOCUMENT);
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String json(String yaml) {
    Object document = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    try {
      return new JsonMapper().writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
