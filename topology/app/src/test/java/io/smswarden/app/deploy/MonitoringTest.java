package io.smswarden.app.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MonitoringTest {

  private static final String CHINESE = "(?s).*\\p{IsHan}.*";

  @Test
  void everyAlertSaysWhatIsWrongAndWhatToDoInBothLanguages() {
    List<Map<?, ?>> alerts =
        Monitoring.rules().stream().filter(rule -> rule.containsKey("alert")).toList();

    assertThat(alerts)
        .hasSizeGreaterThan(7)
        .allSatisfy(
            alert -> {
              Map<?, ?> annotations = (Map<?, ?>) alert.get("annotations");
              assertThat(List.copyOf(annotations.keySet()))
                  .as("annotations of %s", alert.get("alert"))
                  .map(Object::toString)
                  .containsExactlyInAnyOrder("summary", "description", "runbook", "runbook_zh");
              assertThat((String) annotations.get("runbook")).doesNotMatch(CHINESE);
              assertThat((String) annotations.get("runbook_zh")).matches(CHINESE);
              assertThat(((Map<?, ?>) alert.get("labels")).get("severity")).isIn("page", "ticket");
            });
  }

  @Test
  void everyAlertIsTested() {
    String tests = DeployDirectory.text("prometheus/alerts.test.yml");

    assertThat(Monitoring.rules())
        .filteredOn(rule -> rule.containsKey("alert"))
        .allSatisfy(
            alert -> assertThat(tests).contains("alertname=\"%s\"".formatted(alert.get("alert"))));
  }

  @Test
  void theDashboardIsTiedToNoInstanceOfGrafana() throws JsonProcessingException {
    JsonNode dashboard = Monitoring.dashboard();

    assertThat(dashboard.has("id")).isFalse();
    assertThat(dashboard.findValues("datasource"))
        .allSatisfy(source -> assertThat(source.get("uid").asText()).isEqualTo("${datasource}"));
    assertThat(DeployDirectory.text("grafana/provisioning/dashboards/smswarden.yaml"))
        .contains("path: /var/lib/grafana/dashboards\n");
    assertThat(DeployDirectory.text("compose.yaml"))
        .contains("./grafana/dashboards:/var/lib/grafana/dashboards:ro");
  }

  @Test
  void thePanelsOfTheDashboardDoNotOverlap() throws JsonProcessingException {
    List<String> cells = new ArrayList<>();
    for (JsonNode panel : Monitoring.dashboard().get("panels")) {
      JsonNode at = panel.get("gridPos");
      assertThat(at.get("x").asInt() + at.get("w").asInt()).isLessThanOrEqualTo(24);
      for (int x = at.get("x").asInt(); x < at.get("x").asInt() + at.get("w").asInt(); x++) {
        for (int y = at.get("y").asInt(); y < at.get("y").asInt() + at.get("h").asInt(); y++) {
          cells.add(x + "," + y);
        }
      }
    }

    assertThat(cells).isNotEmpty().doesNotHaveDuplicates();
  }

  @Test
  void thePanelsHaveIdsOfTheirOwn() throws JsonProcessingException {
    assertThat(Monitoring.dashboard().get("panels"))
        .extracting(panel -> panel.get("id").asInt())
        .doesNotHaveDuplicates();
  }

  @Test
  void theRulesThatPrometheusLoadsExist() {
    List<?> files = (List<?>) DeployDirectory.yaml("prometheus/prometheus.yml").get("rule_files");

    assertThat(files)
        .isNotEmpty()
        .allSatisfy(
            file ->
                assertThat(Path.of("prometheus", (String) file))
                    .satisfies(name -> assertThat(DeployDirectory.ROOT.resolve(name)).exists()));
  }
}
