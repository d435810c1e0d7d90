package io.smswarden.console.rules;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smswarden.console.http.Json;
import io.smswarden.console.view.RecordView;
import io.smswarden.filter.SenderId;
import io.smswarden.filter.backtest.Comparison;
import io.smswarden.filter.backtest.Sample;
import io.smswarden.filter.verdict.Verdict;
import java.util.TreeMap;

/** What a backtest found, as it is answered. */
final class BacktestJson {

  private BacktestJson() {}

  static ObjectNode of(Comparison comparison, RecordView view) {
    ObjectNode json = Json.object();
    json.put("examined", comparison.after().all().total());
    json.putObject("counts")
        .put("newlyFlagged", comparison.newlyFlagged().total())
        .put("noLonger", comparison.newlyAllowed().total())
        .put("otherAction", comparison.otherwise().total())
        .put("recategorised", comparison.recategorised().total());
    ArrayNode changed = json.putArray("changed");
    comparison.samples().forEach(sample -> changed.add(sample(sample, view)));
    TreeMap<String, Integer> hits = new TreeMap<>();
    comparison.fresh().rules().rules().forEach(rule -> hits.put(rule.code(), 0));
    comparison.hits().forEach((rule, found) -> hits.put(rule, found.tally().total()));
    ArrayNode rules = json.putArray("hits");
    hits.forEach((rule, count) -> rules.addObject().put("rule", rule).put("count", count));
    return json;
  }

  private static ObjectNode sample(Sample sample, RecordView view) {
    ObjectNode json = Json.object();
    String id = sample.changed().id().orElse("");
    json.put("messageId", id)
        .put("sender", sample.changed().message().sender().map(SenderId::value).orElse(null))
        .put("text", sample.changed().message().text().value());
    json.set("before", verdict(sample.before()));
    json.set("after", verdict(sample.after()));
    ArrayNode rules = json.putArray("rules");
    sample.rules().forEach(rules::add);
    return view.show(json, "message:" + id);
  }

  private static ObjectNode verdict(Verdict verdict) {
    return Json.object()
        .put("action", verdict.action().name())
        .put("category", verdict.category().name())
        .put("score", verdict.score());
  }
}
