package io.smswarden.console.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.smswarden.console.Console;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesTest {

  /** Takes the role from a header. */
  private static final class RoleGate implements Gate {
    @Override
    public Optional<Caller> caller(Context request) {
      return Optional.ofNullable(request.header("Role"))
          .map(role -> new Caller("somebody", Role.valueOf(role), Optional.empty()));
    }

    @Override
    public void meet(Context request) {}

    @Override
    public void audit(Caller caller, String action, String subject, String detail) {}
  }

  @ParameterizedTest
  @CsvSource({",401", "VIEWER,403", "ANALYST,204"})
  void aRouteIsOnlyForThoseWhoHaveItsPermission(String role, int status)
      throws IOException, InterruptedException {
    Console console =
        new Console(
            new RoleGate(),
            List.of(routes -> routes.put("/it", Permission.OVERRIDE, ctx -> ctx.status(204))));
    Javalin server = Javalin.create(console::addTo).start("127.0.0.1", 0);
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(
                  URI.create("http://127.0.0.1:%d/api/v1/it".formatted(server.port())))
              .PUT(HttpRequest.BodyPublishers.noBody());
      if (role != null) {
        request.header("Role", role);
      }
      HttpResponse<String> response =
          HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
      assertThat(response.statusCode()).isEqualTo(status);
      if (status >= 400) {
        assertThat(response.headers().firstValue("Content-Type"))
            .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
      }
    } finally {
      server.stop();
    }
  }
}
