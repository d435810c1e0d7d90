package io.smswarden.console.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import io.smswarden.console.access.Front;
import io.smswarden.console.access.OidcSettings;
import io.smswarden.console.http.Role;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sends every route a request of every role, and of nobody: {@code roles.txt} says who may. */
class RoleTableTest {

  private static final int NOBODY = 0;

  /** The columns behind nobody's. */
  private static final List<Role> ROLES =
      List.of(Role.VIEWER, Role.AGENT, Role.ANALYST, Role.ADMIN, Role.APP, Role.INSTANCE);

  @TempDir Path directory;

  /** A row: by column, nobody first and then in the order of the roles, whether it may. */
  private static Map<String, String> table() throws IOException {
    Map<String, String> rows = new LinkedHashMap<>();
    try (InputStream file = RoleTableTest.class.getResourceAsStream("roles.txt")) {
      new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(
              line -> {
                List<String> columns =
                    Splitter.on(' ').trimResults().omitEmptyStrings().splitToList(line);
                assertThat(columns).as(line).hasSize(3);
                assertThat(columns.get(0)).as(line).hasSize(1 + ROLES.size());
                rows.put(columns.get(1) + " " + columns.get(2), columns.get(0));
              });
    }
    return rows;
  }

  private WholeConsole console() {
    URI unreachable = URI.create("http://127.0.0.1:1");
    return new WholeConsole(
        directory,
        new Front(Set.of(), Optional.empty(), false, false),
        Optional.of(
            new OidcSettings(unreachable, "warden", "secret", unreachable, "roles", Map.of())));
  }

  @Test
  void eachRouteLetsInWhomTheTableSays() throws IOException {
    assertThat(ROLES).containsExactlyInAnyOrder(Role.values());
    Map<String, String> table = table();
    List<String> wrong = new ArrayList<>();
    try (WholeConsole console = console()) {
      assertThat(console.routes().stream().map(route -> route.method() + " " + route.path()))
          .as("routes of the console and rows of roles.txt")
          .containsExactlyInAnyOrderElementsOf(table.keySet());
      table.forEach(
          (route, row) -> {
            for (int column = 0; column < row.length(); column++) {
              String who = column == NOBODY ? "nobody" : ROLES.get(column - 1).name();
              int status = send(console, column, route);
              boolean refused = status == 401 || status == 403;
              boolean may = row.charAt(column) == 'x';
              if (refused == may || (!may && status != (column == NOBODY ? 401 : 403))) {
                wrong.add("%s %s: %d".formatted(route, who, status));
              }
            }
          });
    }
    assertThat(wrong).isEmpty();
  }

  private static int send(WholeConsole console, int column, String route) {
    Browser browser = console.browser();
    if (column != NOBODY) {
      Role role = ROLES.get(column - 1);
      browser = role.given() ? console.program(role) : browser.header(WholeConsole.INSTANCE, "1");
    }
    List<String> parts = Splitter.on(' ').splitToList(route);
    HttpResponse<String> response =
        browser
            .header("Accept", "text/event-stream")
            .send(parts.get(0), parts.get(1).replaceAll("\\{[^}]*}", "none"), "");
    return response.statusCode();
  }
}
