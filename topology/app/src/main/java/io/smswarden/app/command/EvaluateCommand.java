package io.smswarden.app.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smswarden.filter.Filter;
import io.smswarden.filter.Message;
import io.smswarden.filter.evaluation.Metrics;
import io.smswarden.filter.evaluation.Scored;
import io.smswarden.filter.verdict.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures the filter on labelled files: all together and by source. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = "Measure the filter on labelled files: spam|ham<TAB>source[:category]<TAB>text.")
public final class EvaluateCommand implements Callable<Integer> {

  private static final String ROW = "%-16s %8s %8s %8s %9s %9s %9s %9s %9s %12s %12s %9s%n";

  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Labelled files, with gzip when the name ends in .gz.")
  private List<Path> files;

  @Override
  public Integer call() throws IOException {
    Filter filter = Filter.standard();
    List<Scored> all = new ArrayList<>();
    Map<String, List<Scored>> bySource = new TreeMap<>();
    LabelledFiles.read(
        files,
        message -> {
          Verdict verdict = filter.judge(Message.of(message.text()));
          Scored scored = new Scored(message.unwanted(), verdict.score(), verdict.flagged());
          all.add(scored);
          bySource.computeIfAbsent(message.source(), source -> new ArrayList<>()).add(scored);
        });
    PrintWriter out = spec.commandLine().getOut();
    double threshold = filter.table().lowestWarn();
    if (json) {
      ObjectMapper mapper = new ObjectMapper();
      ObjectNode object = object(mapper.createObjectNode(), Metrics.of(all), threshold);
      ArrayNode sources = object.putArray("by_source");
      bySource.forEach(
          (source, scored) ->
              object(sources.addObject().put("source", source), Metrics.of(scored), threshold));
      out.println(mapper.writeValueAsString(object));
    } else {
      print(out, all, bySource, threshold);
    }
    out.flush();
    return 0;
  }

  private static ObjectNode object(ObjectNode node, Metrics metrics, double threshold) {
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
    return node;
  }

  /** JSON has no NaN: a figure that the messages can't give is null. */
  private static void put(ObjectNode node, String name, double figure) {
    if (Double.isNaN(figure)) {
      node.putNull(name);
    } else {
      node.put(name, figure);
    }
  }

  private static void print(
      PrintWriter out, List<Scored> all, Map<String, List<Scored>> bySource, double threshold) {
    out.printf(
        ROW,
        "source",
        "messages",
        "spam",
        "ham",
        "precision",
        "recall",
        "F1",
        "ROC-AUC",
        "AP",
        "R@0.1% FPR",
        "R@0.5% FPR",
        "ECE");
    bySource.forEach((source, scored) -> row(out, source, Metrics.of(scored)));
    row(out, "all", Metrics.of(all));
    out.printf("%nPrecision, recall and F1 at the default WARN threshold (%s).%n", threshold);
  }

  private static void row(PrintWriter out, String source, Metrics metrics) {
    out.printf(
        ROW,
        source,
        metrics.messages(),
        metrics.spam(),
        metrics.ham(),
        figure(metrics.precision()),
        figure(metrics.recall()),
        figure(metrics.f1()),
        figure(metrics.rocAuc()),
        figure(metrics.averagePrecision()),
        figure(metrics.recallAtFpr01()),
        figure(metrics.recallAtFpr05()),
        figure(metrics.expectedCalibrationError()));
  }

  private static String figure(double figure) {
    return Double.isNaN(figure) ? "-" : String.format(Locale.ROOT, "%.4f", figure);
  }
}
