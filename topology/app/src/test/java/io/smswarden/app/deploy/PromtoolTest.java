package io.smswarden.app.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Prometheus' own tool says of the files; left out where it is not installed. */
class PromtoolTest {

  @TempDir Path dir;

  @BeforeEach
  void promtoolIsInstalled() {
    assumeTrue(
        Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
            .anyMatch(bin -> Files.isExecutable(Path.of(bin, "promtool"))),
        "promtool is not installed (Debian: prometheus); .ci/run installs it");
  }

  @Test
  void theConfigurationIsSound() throws Exception {
    assertThat(promtool("check", "config", "prometheus/prometheus.yml"))
        .contains("SUCCESS: prometheus/prometheus.yml is valid")
        .contains("rules found");
  }

  @Test
  void theRulesAreSound() throws Exception {
    assertThat(promtool("check", "rules", "prometheus/alerts.yml")).contains("SUCCESS");
  }

  @Test
  void theAlertsFireWhenTheyMustAndNotOtherwise() throws Exception {
    assertThat(promtool("test", "rules", "prometheus/alerts.test.yml")).contains("SUCCESS");
  }

  @Test
  void theExpressionsOfTheDashboardAreSound() throws Exception {
    List<String> rules = new ArrayList<>(List.of("groups: [{name: dashboard, rules: ["));
    for (String expression : Monitoring.dashboardExpressions()) {
      rules.add(
          "{record: 'panel:%d', expr: '%s'},"
              .formatted(rules.size(), expression.replace("'", "''")));
    }
    rules.add("]}]");
    Path file = Files.write(dir.resolve("dashboard.yml"), rules, UTF_8);

    assertThat(promtool("check", "rules", file.toString()))
        .contains("SUCCESS: %d rules found".formatted(rules.size() - 2));
  }

  private static String promtool(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("promtool"));
    command.addAll(List.of(words));
    Process process =
        new ProcessBuilder(command)
            .directory(DeployDirectory.ROOT.toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output;
  }
}
