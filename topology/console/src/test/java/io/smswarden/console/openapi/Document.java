package io.smswarden.console.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The OpenAPI document, and whether answers are as it says. */
final class Document {

  private static final String BASE = "https://smswarden.example/openapi.json";

  private final JsonNode root;
  private final SchemaRegistry schemas;

  /** A route of the document. */
  record Operation(String method, String path, JsonNode description) {
    String name() {
      return method + " " + path;
    }
  }

  Document(String json) throws IOException {
    root = new ObjectMapper().readTree(json);
    schemas =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(BASE, json)));
  }

  JsonNode root() {
    return root;
  }

  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    root.path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        one ->
                            operations.add(
                                new Operation(
                                    one.getKey().toUpperCase(java.util.Locale.ROOT),
                                    path.getKey(),
                                    one.getValue()))));
    return operations;
  }

  /** What of an answer is not as the document says; empty when all is. */
  List<String> faults(Operation operation, int status, String type, String body) {
    String pointer =
        "/paths/%s/%s/responses/%d"
            .formatted(
                operation.path().replace("~", "~0").replace("/", "~1"),
                operation.method().toLowerCase(java.util.Locale.ROOT),
                status);
    JsonNode response = root.at(pointer);
    if (response.isMissingNode()) {
      return List.of("the status is not documented");
    }
    if (response.has("$ref")) {
      pointer = response.path("$ref").asText().substring(1);
      response = root.at(pointer);
    }
    String media = type.split(";", 2)[0];
    JsonNode content = response.path("content");
    if (content.isMissingNode() || content.isEmpty()) {
      return body.isEmpty() ? List.of() : List.of("a body is not documented");
    }
    if (!content.has(media)) {
      return List.of("the type %s is not documented".formatted(media));
    }
    if (!media.endsWith("json") || !content.path(media).has("schema")) {
      return List.of();
    }
    String fragment =
        (pointer + "/content/" + media.replace("/", "~1") + "/schema")
            .replace("{", "%7B")
            .replace("}", "%7D");
    return schemas
        .getSchema(SchemaLocation.of(BASE + "#" + fragment))
        .validate(body, InputFormat.JSON)
        .stream()
        .map(Object::toString)
        .toList();
  }
}
