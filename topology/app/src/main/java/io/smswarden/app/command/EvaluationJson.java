package io.smswarden.app.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smswarden.filter.evaluation.Confusion;
import io.smswarden.filter.evaluation.Evaluation;
import io.smswarden.filter.evaluation.Metrics;
import io.smswarden.filter.verdict.Category;

/** An evaluation as one JSON object. */
final class EvaluationJson {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private EvaluationJson() {}

  static String of(Evaluation evaluation, double threshold, boolean evasions)
      throws JsonProcessingException {
    ObjectNode object = MAPPER.createObjectNode();
    put(object, evaluation.all(), threshold);
    if (evasions) {
      put(object.putObject("evasions"), evaluation.rewritten(), threshold);
    }
    ArrayNode sources = object.putArray("by_source");
    evaluation
        .bySource()
        .forEach(
            (source, metrics) ->
                put(sources.addObject().put("source", source), metrics, threshold));
    putCategories(object, evaluation.confusion());
    return MAPPER.writeValueAsString(object);
  }

  private static void putCategories(ObjectNode object, Confusion confusion) {
    put(object, "macro_f1", confusion.macroF1());
    ArrayNode categories = object.putArray("by_category");
    for (Category category : Category.values()) {
      int messages = confusion.of(category);
      if (messages > 0) {
        ObjectNode node = categories.addObject().put("category", category.name());
        double right = confusion.count(category, category);
        node.put("messages", messages);
        put(node, "precision", right / confusion.given(category));
        put(node, "recall", right / messages);
        put(node, "f1", confusion.f1(category));
      }
    }
  }

  private static void put(ObjectNode node, Metrics metrics, double threshold) {
    node.put("messages", metrics.messages()).put("spam", metrics.spam()).put("ham", metrics.ham());
    put(node, "precision", metrics.precision());
    put(node, "recall", metrics.recall());
    put(node, "f1", metrics.f1());
    put(node, "roc_auc", metrics.rocAuc());
    put(node, "average_precision", metrics.averagePrecision());
    put(node, "recall_at_fpr_0.1%", metrics.recallAtFpr01());
    put(node, "recall_at_fpr_0.5%", metrics.recallAtFpr05());
    put(node, "expected_calibration_error", metrics.expectedCalibrationError());
    put(node, "threshold", threshold);
  }

  /** JSON has no NaN: a figure that the messages can't give is null. */
  private static void put(ObjectNode node, String name, double figure) {
    if (Double.isNaN(figure)) {
      node.putNull(name);
    } else {
      node.put(name, figure);
    }
  }
}
