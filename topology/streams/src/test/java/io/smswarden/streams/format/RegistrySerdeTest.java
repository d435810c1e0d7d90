package io.smswarden.streams.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.smswarden.schemas.SenderKind;
import io.smswarden.schemas.SenderProfile;
import io.smswarden.streams.TopicSerdes;
import io.smswarden.streams.Topics;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Apicurio's serdes against a stand-in for the calls of the registry that they make. */
class RegistrySerdeTest {

  private static final JsonMapper JSON = new JsonMapper();

  private final List<String> calls = new CopyOnWriteArrayList<>();
  private volatile String schema;
  private HttpServer registry;

  @BeforeEach
  void start() throws IOException {
    registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    registry.createContext("/", this::answer);
    registry.start();
  }

  @AfterEach
  void stop() {
    registry.stop(0);
  }

  private void answer(HttpExchange call) throws IOException {
    String what = call.getRequestMethod() + " " + call.getRequestURI().getPath();
    calls.add(what);
    JsonNode asked = JSON.readTree(call.getRequestBody());
    String answered =
        what.startsWith("POST") ? registered(asked) : what.endsWith("references") ? "[]" : schema;
    byte[] answer = answered.getBytes(UTF_8);
    call.getResponseHeaders().add("Content-Type", "application/json");
    call.sendResponseHeaders(200, answer.length);
    try (OutputStream out = call.getResponseBody()) {
      out.write(answer);
    }
  }

  private String registered(JsonNode asked) {
    schema = asked.at("/firstVersion/content/content").textValue();
    return """
        {"version": {"version": "1", "groupId": "g", "artifactId": "a", "artifactType": "AVRO",
                     "globalId": 7, "contentId": 7}}""";
  }

  @Test
  void aRecordIsReadWithTheSchemaThatWasRegisteredWhenItWasWritten() {
    URI address =
        URI.create("http://localhost:" + registry.getAddress().getPort() + "/apis/registry/v3");
    Serde<SenderProfile> writing = TopicSerdes.registry(address).value(Topics.PROFILES);
    Serde<SenderProfile> reading = TopicSerdes.registry(address).value(Topics.PROFILES);
    SenderProfile profile =
        new SenderProfile("95588", "工商银行", SenderKind.BANK, true, "95588", Instant.EPOCH);

    byte[] bytes = writing.serializer().serialize("sender.profiles", new RecordHeaders(), profile);

    assertThat(reading.deserializer().deserialize("sender.profiles", new RecordHeaders(), bytes))
        .isEqualTo(profile);
    assertThat(calls)
        .containsExactly(
            "POST /apis/registry/v3/groups/io.smswarden.schemas/artifacts",
            "GET /apis/registry/v3/ids/contentIds/7",
            "GET /apis/registry/v3/ids/contentIds/7/references");
  }
}
