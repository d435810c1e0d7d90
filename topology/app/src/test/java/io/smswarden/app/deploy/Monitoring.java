package io.smswarden.app.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The PromQL of Prometheus' rules and of Grafana's dashboard. */
final class Monitoring {

  static final String ALERTS = "prometheus/alerts.yml";
  static final String DASHBOARD = "grafana/dashboards/smswarden.json";

  private Monitoring() {}

  /** The rules of every group. */
  static List<Map<?, ?>> rules() {
    List<Map<?, ?>> rules = new ArrayList<>();
    for (Object group : (List<?>) DeployDirectory.yaml(ALERTS).get("groups")) {
      for (Object rule : (List<?>) ((Map<?, ?>) group).get("rules")) {
        rules.add((Map<?, ?>) rule);
      }
    }
    return rules;
  }

  /** Names of the series that rules record. */
  static Set<String> recorded() {
    Set<String> names = new TreeSet<>();
    rules().stream()
        .filter(rule -> rule.containsKey("record"))
        .forEach(rule -> names.add((String) rule.get("record")));
    return names;
  }

  static List<String> ruleExpressions() {
    return rules().stream().map(rule -> (String) rule.get("expr")).toList();
  }

  /** The dashboard's expressions, Grafana's own variables filled in. */
  static List<String> dashboardExpressions() throws JsonProcessingException {
    List<String> expressions = new ArrayList<>();
    for (JsonNode expression : dashboard().findValues("expr")) {
      expressions.add(
          expression.asText().replace("$__rate_interval", "1m").replace("$instance", ".*"));
    }
    return expressions;
  }

  static JsonNode dashboard() throws JsonProcessingException {
    return new JsonMapper().readTree(DeployDirectory.text(DASHBOARD));
  }
}
