package io.smswarden.app.command.rules;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smswarden.filter.backtest.Comparison;
import io.smswarden.filter.backtest.Hits;
import io.smswarden.filter.backtest.Outcome;
import io.smswarden.filter.backtest.Sample;
import io.smswarden.filter.backtest.Tally;
import io.smswarden.filter.rule.Rule;
import io.smswarden.filter.verdict.Action;
import io.smswarden.filter.verdict.Category;
import java.util.Locale;
import java.util.TreeSet;

/** Makes a comparison one JSON object, for tools. */
final class DiffJson {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int MOST_GROUPS = 10;

  private DiffJson() {}

  static String of(Comparison comparison, boolean showText) {
    ObjectNode all = JSON.createObjectNode();
    put(all.putObject("messages"), comparison.before().all());
    put(all.putObject("before"), comparison.before());
    put(all.putObject("after"), comparison.after());
    put(all.putObject("newly_flagged"), comparison.newlyFlagged());
    put(all.putObject("newly_allowed"), comparison.newlyAllowed());
    put(all.putObject("other_action"), comparison.otherwise());
    put(all.putObject("other_category"), comparison.recategorised());
    var rules = all.putArray("rules");
    var lists = new TreeSet<>(comparison.hits().keySet());
    for (Rule rule : comparison.fresh().rules().rules()) {
      lists.remove(rule.code());
      put(
          rules.addObject(),
          rule.code(),
          rule.mode().name().toLowerCase(Locale.ROOT),
          comparison.hits().getOrDefault(rule.code(), new Hits()));
    }
    lists.forEach(code -> put(rules.addObject(), code, "list", comparison.hits().get(code)));
    var samples = all.putArray("samples");
    comparison.samples().forEach(sample -> put(samples.addObject(), sample, showText));
    return all.toString();
  }

  private static void put(ObjectNode node, Tally tally) {
    node.put("total", tally.total());
    tally.byLabel().forEach(node::put);
  }

  private static void put(ObjectNode node, Outcome outcome) {
    node.put("rules", outcome.version());
    ObjectNode actions = node.putObject("actions");
    for (Action action : Action.values()) {
      put(actions.putObject(action.name()), outcome.of(action));
    }
    ObjectNode categories = node.putObject("categories");
    for (Category category : Category.values()) {
      put(categories.putObject(category.name()), outcome.of(category));
    }
    put(node, "precision", outcome.precision());
    put(node, "recall", outcome.recall());
  }

  /** JSON has no NaN: a figure that the messages can't give is null. */
  private static void put(ObjectNode node, String name, double figure) {
    if (Double.isNaN(figure)) {
      node.putNull(name);
    } else {
      node.put(name, figure);
    }
  }

  private static void put(ObjectNode node, String code, String mode, Hits hits) {
    node.put("code", code).put("mode", mode);
    put(node.putObject("hits"), hits.tally());
    var top = node.putArray("top");
    hits.top(MOST_GROUPS)
        .forEach(
            group -> top.addObject().put("group", group.getKey()).put("hits", group.getValue()));
  }

  private static void put(ObjectNode node, Sample sample, boolean showText) {
    node.put("label", sample.changed().label())
        .put("group", sample.changed().group())
        .put("before", sample.before().action().name())
        .put("after", sample.after().action().name())
        .put("category", sample.after().category().name())
        .put("score_before", sample.before().score())
        .put("score_after", sample.after().score());
    var rules = node.putArray("rules");
    sample.rules().forEach(rules::add);
    if (showText) {
      node.put("text", sample.changed().message().text().value());
    }
  }
}
